"""Audio on the agent socket: its formats, and the user's audio as the listener takes it."""

from __future__ import annotations

from attrs import frozen

from .engine import Resampler
from .listening_detectors import SAMPLE_RATE
from .recordings_samples import CODECS, mono

_CODECS = {"pcm": "linear16", "mulaw": "mulaw", "alaw": "alaw"}
INPUTS = (
    *(f"pcm_{rate}" for rate in (8000, 16000, 22050, 24000, 44100, 48000)),
    "mulaw_8000",
    "alaw_8000",
    *(f"opus_{rate}" for rate in (8000, 16000, 24000, 48000)),
)
"""What the service takes."""

DECODED = tuple(name for name in INPUTS if not name.startswith("opus"))
"""What the sandbox takes."""

USUAL_RATE = 24000
CONNECT_RATES = (8000, 16000, 24000)
"""The rates that the query of the socket may name."""


@frozen
class InputFormat:
    """How the user's audio is encoded.

    Attributes:
        codec: One of `recordings_samples.CODECS`.
        sample_rate: In hertz.
    """

    codec: str
    sample_rate: int


def input_flaw(name: str) -> str | None:
    """Return what to add to the refusal of an input format; None for one that is taken."""
    if name in DECODED:
        return None
    if name in INPUTS:
        return f"Supported by this sandbox, which cannot decode Opus: {', '.join(DECODED)}"
    return f"Supported: {', '.join(INPUTS)}"


def input_format(name: str) -> InputFormat:
    """Return the format that a name such as `pcm_24000` stands for."""
    codec, _, rate = name.partition("_")
    return InputFormat(_CODECS[codec], int(rate))


class Decoder:
    """Turns the user's audio into 16-bit mono PCM at the rate of the listener, as it comes."""

    def __init__(self, audio: InputFormat) -> None:
        self._codec = audio.codec
        self._size = CODECS[audio.codec]
        self._rest = b""
        same = audio.sample_rate == SAMPLE_RATE
        self._resampler = None if same else Resampler(audio.sample_rate, SAMPLE_RATE)

    def feed(self, data: bytes) -> bytes:
        """Take audio, a sample may be cut in two; return what is ready."""
        data = self._rest + data
        whole = len(data) // self._size * self._size
        self._rest = data[whole:]
        pcm = mono(data[:whole], self._codec)
        return pcm if self._resampler is None else self._resampler.feed(pcm)

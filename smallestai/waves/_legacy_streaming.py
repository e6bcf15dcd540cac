"""`WavesStreamingTTS` of the releases from 4.0 on, over today's socket."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from smallestai._config import Config
from smallestai._http import Transport
from smallestai.protocol.events import AudioChunk
from smallestai.waves import _legacy, catalogue
from smallestai.waves.utils import WEBSOCKET_URL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smallestai.waves.speech import SpeechStream

_PATH = "/waves/v1/tts/live"


@dataclass
class TTSConfig:
    """What a `WavesStreamingTTS` speaks with.

    The third positional argument is a model, as from 5.1.1 on, or a language with ``sample_rate``
    and ``speed`` behind it, as before: a model's name begins with ``lightning``.

    Attributes:
        voice_id: A voice or a clone.
        api_key: The key.
        model: A model of today, or a retired one, which today's speaks for.
        language: A code such as ``en``.
        sample_rate: Samples per second.
        speed: 0.5 to 2.
        enhancement: Ignored.
        similarity: Ignored.
        max_buffer_flush_ms: Milliseconds without new text after which what there is is spoken; 0
            for half a second.
        pronunciation_dicts: Ids of pronunciation dictionaries.
        consistency: Ignored.
    """

    voice_id: str
    api_key: str = field(repr=False)
    model: str = catalogue.BASE
    language: Any = "en"
    sample_rate: Any = 24000
    speed: float = 1.0
    enhancement: Any = None
    similarity: Any = None
    max_buffer_flush_ms: int = 0
    pronunciation_dicts: list[str] | None = None
    consistency: float | None = None

    def __post_init__(self) -> None:
        if self.model.startswith("lightning"):
            return
        language, self.model = self.model, catalogue.BASE
        if isinstance(self.language, int):  # the rate, and behind it the speed
            if isinstance(self.sample_rate, float) or self.sample_rate <= 2:
                self.speed = float(self.sample_rate)
            self.sample_rate = self.language
        self.language = language


class WavesStreamingTTS:
    """Speaks texts over a socket; kept for old programs.

        tts = WavesStreamingTTS(TTSConfig(voice_id="magnus", api_key=key))
        for pcm in tts.synthesize("Hello."):
            ...

    A generator that is left early closes its connection. Errors are those of `smallestai.errors`:
    none is swallowed, and a connection that breaks is no end.

    Args:
        config: What it speaks with.

    Attributes:
        ws_url: The address; ``SMALLEST_BASE_URL`` decides it, unless it is set here.
        is_connected: Whether a stream is under way.
        is_complete: Whether the last one came to its end.
        request_id: The service's id of it.
    """

    WS_URL = WEBSOCKET_URL

    def __init__(self, config: TTSConfig) -> None:
        self.config = config
        self.ws_url = Config.resolve(api_key=config.api_key).socket_url(_PATH)
        if self.WS_URL != WEBSOCKET_URL:
            self.ws_url = self.WS_URL
        self.is_connected = False
        self.is_complete = False
        self.request_id: str | None = None
        self._stream: SpeechStream | None = None
        self._texts: SimpleQueue[str | None] = SimpleQueue()
        chosen = {
            "model": config.model,
            "voice_id": config.voice_id,
            "language": config.language,
            "speed": config.speed,
        }
        self._opts = _legacy.overridden(_legacy.constructed((), {}), chosen)
        new = "SmallestAI().waves.tts.stream(text) or .speak(tokens)"
        _legacy.warn_of("WavesStreamingTTS", self._opts, new, legacy_routes=False)

    def synthesize(self, text: str) -> Iterator[bytes]:
        """Speak a text and give headerless PCM as it comes; see `TTS.stream`."""
        with self._connected() as tts:
            yield from self._spoken(tts.stream(text, **self._options()))

    def synthesize_streaming(
        self,
        text_stream: Iterable[str],
        continue_stream: bool = True,  # noqa: ARG002 - one utterance, whatever it says
        auto_flush: bool = True,  # noqa: ARG002 - the end of the source is spoken always
    ) -> Iterator[bytes]:
        """Speak a text as it comes, and give PCM; see `TTS.speak`. It is read in a thread."""
        with self._connected() as tts:
            yield from self._spoken(tts.speak(text_stream, **self._speak_options()))

    def start_streaming_session(self) -> Iterator[bytes]:
        """Give the PCM of what `send_text_chunk` is given in another thread, up to `flush_buffer`.

        The stream is connected once the iteration has begun.
        """
        self._texts = SimpleQueue()
        yield from self.synthesize_streaming(iter(self._texts.get, None))

    def send_text_chunk(self, text: str, continue_stream: bool = True, flush: bool = False) -> None:
        """Speak this as well.

        Args:
            text: The next part of the text.
            continue_stream: Whether more may follow.
            flush: Whether this is the end.

        Raises:
            ConnectionError: No session is under way.
        """
        self._check_connected()
        self._texts.put(text)
        if flush or not continue_stream:
            self._texts.put(None)

    def flush_buffer(self) -> None:
        """Have the rest spoken, and the session end.

        Raises:
            ConnectionError: No session is under way.
        """
        self._check_connected()
        self._texts.put(None)

    def close(self) -> None:
        """End what is under way, from any thread."""
        self._texts.put(None)
        if self._stream is not None:
            self._stream.close()

    def _check_connected(self) -> None:
        if not self.is_connected:
            raise ConnectionError("no session is under way: start_streaming_session() comes first")

    def _connected(self) -> _Connection:
        base = urlsplit(self.ws_url)
        path = base.path.removesuffix(_PATH).rstrip("/")
        scheme = {"ws": "http", "wss": "https"}.get(base.scheme, base.scheme)
        return _Connection(self.config.api_key, f"{scheme}://{base.netloc}{path}")

    def _spoken(self, stream: SpeechStream) -> Iterator[bytes]:
        self.is_complete, self.is_connected, self._stream = False, True, stream
        try:
            with stream:
                for event in stream.events():
                    if type(event) is AudioChunk:
                        yield event.data
                self.request_id = stream.request_id
                self.is_complete = True
        finally:
            self.is_connected, self._stream = False, None

    def _options(self) -> dict[str, Any]:
        config = self.config
        asked = _legacy.speech_options(self._opts)
        asked |= {"sample_rate": config.sample_rate, "model": asked["model"].replace("-", "_")}
        if config.pronunciation_dicts:
            asked["pronunciation_dicts"] = config.pronunciation_dicts
        return asked

    def _speak_options(self) -> dict[str, Any]:
        seconds = self.config.max_buffer_flush_ms / 1000
        return {
            **self._options(),
            "markdown": False,
            **({"flush_after": seconds} if seconds else {}),
        }


class _Connection(ExitStack):
    """The speech of one call, over connections that are closed behind it."""

    def __init__(self, api_key: str, base_url: str) -> None:
        super().__init__()
        self._transport = Transport(Config(api_key, base_url))
        self.callback(self._transport.close)

    def __enter__(self) -> Any:
        from smallestai.waves.tts import TTS

        return TTS(self._transport)

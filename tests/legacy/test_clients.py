"""The old clients keep what the old releases promised, and not what was wrong with them."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import threading
import warnings
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import smallest
from smallest import AsyncSmallest, Smallest
from smallest.exceptions import APIError, AuthenticationError, TTSError, ValidationError
from smallest.utils import add_wav_header, chunk_text, preprocess_text, validate_input
from smallestai.waves import AsyncWavesClient, WavesClient, exceptions

from .sounds import tone

if TYPE_CHECKING:
    from smallestai.sandbox import Sandbox

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")
TTS = "POST /waves/v1/tts"


class Awaited:
    """The async client with the words of the blocking one: each call has a loop of its own."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self.client = AsyncSmallest(*args, **options)

    def __getattr__(self, name: str) -> Any:
        member = getattr(self.client, name)
        if name not in {"synthesize", "add_voice", "delete_voice", "transcribe"}:
            return member

        async def called(*args: Any, **named: Any) -> Any:
            made = await member(*args, **named)
            return [each async for each in made] if hasattr(made, "__aiter__") else made

        return lambda *args, **named: asyncio.run(called(*args, **named))


BOTH = pytest.mark.parametrize("make", [Smallest, Awaited], ids=["blocking", "async"])


@BOTH
@pytest.mark.parametrize(
    ("args", "named"),
    [
        (("a.wav",), {}),
        ((False, "a.wav"), {}),
        ((None, "a.wav"), {}),
        ((0.5, 0, False, "a.wav"), {}),
        ((), {"save_as": "a.wav"}),
        ((), {"save_as": Path("a.wav"), "add_wav_header": False}),
        ((), {"save_as": "a.wav", "output_format": "mp3"}),
    ],
)
def test_where_a_file_is_named(make: Any, args: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Positional arguments mean what they meant in the release whose types they have."""
    assert make().synthesize("Hello.", *args, **named) is None
    with wave.open("a.wav") as file:
        assert file.getnframes() > 2400


@BOTH
def test_stream_gives_samples_of_each_part(make: Any) -> None:
    """One item for each part of at most 250 (140) characters, never a header."""
    text = "Sentence one is here. " * 30
    assert [len(part) for part in chunk_text(preprocess_text(text), 250)] == [241, 241, 175]
    for model, count in (("lightning", 3), ("lightning-large", 5)):
        parts = list(make(model=model).synthesize(text, True))
        assert len(parts) == count
        assert not any(part.startswith(b"RIFF") for part in parts)


@BOTH
def test_formats(make: Any) -> None:
    """WAV by default, PCM without a header, else what ``output_format`` says, untouched."""
    client = make()
    usual = client.synthesize("Hello.")
    bare = client.synthesize("Hello.", add_wav_header=False)
    assert usual == add_wav_header(bare) == client.synthesize("Hello.", output_format="wav")
    assert bare == client.synthesize("Hello.", output_format="pcm")
    assert client.synthesize("Hello.", output_format="mp3")[:2] in (b"\xff\xfb", b"\xff\xf3", b"ID")
    assert client.opts.add_wav_header is True


@BOTH
def test_rates_of_old(make: Any) -> None:
    """A rate that today's service does not speak at is made of one it does."""
    with wave.open(io.BytesIO(make(sample_rate=22050).synthesize("Hello."))) as file:
        assert file.getframerate() == 22050
        seconds = file.getnframes() / 22050
    with wave.open(io.BytesIO(make().synthesize("Hello."))) as file:
        assert seconds == pytest.approx(file.getnframes() / 24000, abs=0.05)


@BOTH
@pytest.mark.parametrize(
    "options",
    [
        {"model": "thunder"},
        {"sample_rate": 4000},
        {"speed": 3},
        {"consistency": 2},
        {"similarity": -1},
        {"enhancement": 3},
        {"language": "xx"},
    ],
    ids=str,
)
def test_values_that_are_not_possible(make: Any, options: dict[str, Any]) -> None:
    """They are refused when something is said, not when the client is made."""
    with pytest.raises(ValidationError, match=next(iter(options))):
        make(**options).synthesize("Hello.")
    with pytest.raises(ValidationError, match=next(iter(options))):
        make().synthesize("Hello.", **options)


@BOTH
def test_texts(make: Any) -> None:
    """A text without words is refused, one that is no text is a bug of the program."""
    with pytest.raises(ValidationError, match="text"):
        make().synthesize(" \n\t ")
    with pytest.raises(AttributeError):
        make().synthesize(None)


@BOTH
def test_options_that_do_not_exist(make: Any) -> None:
    """Names of any release are taken, others are not."""
    client = make(None, "lightning", 16000, "emily", 1.0, True, False, True)
    assert client.opts.add_wav_header is True
    assert (
        make(None, "lightning", 16000, "emily", 1.0, 0.25, 0.5, 0, False).opts.consistency == 0.25
    )
    assert make(voice="olivia").opts.voice == "olivia"
    assert client.synthesize("Hello.", voice="magnus", transliterate=True, api_key="no")
    with pytest.raises(ValueError, match=r"loudness.*sample_rate"):
        client.synthesize("Hello.", loudness=3)
    with pytest.raises(TypeError, match="loudness"):
        make(loudness=3)


@BOTH
def test_the_file_name_is_looked_at_first(make: Any, smallestai_sandbox: Sandbox) -> None:
    """A name that cannot be used costs nothing."""
    client = make(base_url="http://127.0.0.1:9")
    with pytest.raises(TTSError, match=r"\.wav"):
        client.synthesize("Hello.", save_as="a.mp3")


def test_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing key is an error of the old base; a key is not shown."""
    assert "any-key" not in repr(Smallest("any-key")) + repr(Smallest("any-key").opts)
    monkeypatch.delenv("SMALLEST_API_KEY")
    with pytest.raises(TTSError, match="SMALLEST_API_KEY"):
        Smallest()


def test_errors_are_one_family() -> None:
    """Both names of the base are one class; the others are its children."""
    assert exceptions.InvalidError is exceptions.TTSError is TTSError
    for kind in (APIError, AuthenticationError, ValidationError):
        assert issubclass(kind, TTSError)
        assert getattr(exceptions, kind.__name__) is kind


@BOTH
def test_a_refusal_tells_all(make: Any, smallestai_sandbox: Sandbox) -> None:
    """An error of the service is an `APIError` with its answer, and is asked for once."""
    smallestai_sandbox.fail("server_error", TTS, times=1)
    client = make()
    with pytest.raises(APIError) as caught:
        client.synthesize("Hello.")
    assert caught.value.__cause__ is not None
    assert caught.value.__cause__.status == 500  # type: ignore[attr-defined]
    assert client.synthesize("Hello.")  # the fault was taken once: nothing was sent twice
    with pytest.raises(APIError):
        make(base_url="http://127.0.0.1:9").synthesize("Hello.")


@BOTH
def test_transcribe(make: Any) -> None:
    """The answer of the service, as a dict."""
    text = "The parcel leaves tonight."
    make().synthesize(text, save_as="speech.wav")
    said = make().transcribe(file_path="speech.wav", language="en", word_timestamps=True)
    assert isinstance(said, dict)
    assert "parcel" in said["transcription"].lower()
    assert said["words"]
    with pytest.raises(ValidationError, match="language"):
        make().transcribe("speech.wav", language="tlh")
    with pytest.raises(ValidationError, match="file_path"):
        make().transcribe("nothing.wav")


@BOTH
def test_files_of_voices(make: Any) -> None:
    """A file that is not there, or of another kind, is refused before anything is sent."""
    Path("voice.ogg").write_bytes(b"OggS")
    Path("voice.WAV").write_bytes(tone(6))
    for path in ("nothing.wav", "voice.ogg"):
        with pytest.raises(TTSError, match="file_path"):
            make().add_voice("Ana", path)
    assert make().add_voice("Ana", "voice.WAV").get("data")["status"] == "completed"


@pytest.mark.parametrize("name", ["lightning", "lightning-large", "lightning-v2"])
def test_retired_models(name: str) -> None:
    """One warning for a client, at the line that makes it; it names the new call."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        client = Smallest(model=name)
        client.synthesize("Hello.", consistency=0.1)
        client.synthesize("Hello.", voice_id="lakshya")
    (warning,) = seen
    assert warning.category is DeprecationWarning
    assert warning.filename == __file__
    said = str(warning.message)
    assert all(part in said for part in ("waves.tts.synthesize", "lightning_v3.1", "'olivia'"))


def test_models_of_today() -> None:
    """A voice of today chooses its own model, and today's models may be named."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        assert WavesClient(voice_id="meher").synthesize("Hello.")
        assert WavesClient(model="lightning_v3.1_pro").synthesize("Hello.")


def test_a_session_may_be_entered_again() -> None:
    """Every way to use the async client works in any order."""

    async def main() -> None:
        client = AsyncWavesClient()
        assert client.session is None
        for _ in range(2):
            async with client as tts:
                assert await tts.synthesize("Hello.")
            assert client.session is not None
            assert client.session.closed
            assert await client.synthesize("Hello.")
        assert json.loads(client.get_voices())["voices"]

    asyncio.run(main())


def test_nothing_is_leaked() -> None:
    """A client that is dropped leaves no socket (a ResourceWarning is an error here), no thread."""
    before = set(threading.enumerate())
    client = Smallest()
    client.synthesize("Hello.")
    del client
    gc.collect()
    assert set(threading.enumerate()) <= before


def test_inputs_are_validated_in_all_shapes() -> None:
    """The helper takes the arguments of every release."""
    validate_input("Hello", "emily", "lightning", 24000, 1.0)
    validate_input("Hello", "lightning", 24000, 1.0, 0.5, 0, 1)
    with pytest.raises(ValidationError, match="speed"):
        validate_input("Hello", "lightning", 24000, 5.0)
    with pytest.raises(ValidationError, match="enhancement"):
        validate_input("Hello", model="lightning", sample_rate=24000, speed=1, enhancement=4)


def test_helpers_are_found() -> None:
    """The old modules are there after ``import smallest`` alone."""
    assert smallest.exceptions.TTSError is TTSError
    assert smallest.models.TTSModels is Smallest().get_models()
    assert len(smallest.utils.get_smallest_voices()) == 24

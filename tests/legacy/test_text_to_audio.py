"""`TextToAudioStream` and `WavesStreamingTTS` do what was promised, and hang nowhere."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest

from smallest import AsyncSmallest, Smallest, TextToAudioStream
from smallest.exceptions import APIError, ValidationError
from smallestai.errors import StreamError
from smallestai.waves import TTSConfig, WavesStreamingTTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from smallestai.sandbox import Sandbox

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")
TTS = "POST /waves/v1/tts"
TEXT = "The parcel leaves tonight. It will be with you on Tuesday, says the depot."
MAKERS = pytest.mark.parametrize("make", [Smallest, AsyncSmallest])


async def spoken(text: str) -> AsyncIterator[str]:
    """Give a text word by word."""
    for word in text.split():
        yield f"{word} "


def heard(processor: TextToAudioStream, source: Any) -> list[bytes]:
    """Return all that a processor gives."""

    async def main() -> list[bytes]:
        return [data async for data in processor.process(source)]

    return asyncio.run(asyncio.wait_for(main(), 60))


@MAKERS
def test_again_and_again(make: Any) -> None:
    """It may be used again, whatever the source is, and leaves the client as it was."""
    client = make()
    processor = TextToAudioStream(client, verbose=True)
    first = heard(processor, spoken(TEXT))
    assert len(first) > 1
    assert heard(processor, spoken(TEXT)) == first
    assert heard(processor, [f"{word} " for word in TEXT.split()]) == first
    assert [entry["retries"] for entry in processor.request_logs] == [0] * len(first)
    assert client.opts.add_wav_header is True
    assert heard(processor, spoken("  \n ")) == []


def test_a_source_that_fails() -> None:
    """What it gave is spoken, then its own exception is raised."""

    async def failing() -> AsyncIterator[str]:
        yield "The parcel leaves tonight. "
        raise LookupError("no more")

    async def main() -> None:
        made = TextToAudioStream(Smallest()).process(failing())
        assert await anext(made)
        with pytest.raises(LookupError, match="no more"):
            await anext(made)

    asyncio.run(main())


def test_no_source() -> None:
    """What cannot be iterated is refused."""
    with pytest.raises(ValidationError, match="int"):
        heard(TextToAudioStream(Smallest()), 5)
    with pytest.raises(AttributeError):
        TextToAudioStream(object())


def test_a_source_that_blocks() -> None:
    """A source that blocks its thread does not keep what it gave from being heard."""
    is_heard = threading.Event()

    async def blocking() -> AsyncIterator[str]:
        yield "The parcel leaves tonight. It will be there soon. "
        assert is_heard.wait(30)
        yield "And that is all."

    async def main() -> int:
        count = 0
        async for _ in TextToAudioStream(Smallest()).process(blocking()):
            is_heard.set()
            count += 1
        return count

    assert asyncio.run(main()) > 1


def test_queue_timeout() -> None:
    """After so many seconds without new text, what there is is spoken."""
    is_heard = threading.Event()

    async def stalling() -> AsyncIterator[str]:
        yield "Let me think about it for a while and then tell you everything about the"
        assert await asyncio.to_thread(is_heard.wait, 30)
        yield " parcel."

    async def main() -> int:
        count = 0
        async for _ in TextToAudioStream(Smallest(), queue_timeout=0.05).process(stalling()):
            is_heard.set()
            count += 1
        return count

    assert asyncio.run(main()) == 2


@MAKERS
def test_max_retries(make: Any, smallestai_sandbox: Sandbox) -> None:
    """So many further attempts for a piece, then the error: nothing is skipped."""
    processor = TextToAudioStream(make(), max_retries=1, verbose=True)
    smallestai_sandbox.fail("server_error", TTS, times=1)
    assert heard(processor, ["Hello."])
    assert processor.request_logs[0]["retries"] == 1
    smallestai_sandbox.fail("server_error", TTS, times=2)
    with pytest.raises(APIError):
        heard(processor, ["Hello."])
    assert heard(processor, ["Hello."])
    smallestai_sandbox.fail("bad_request", TTS, times=1)
    with pytest.raises(APIError):
        heard(TextToAudioStream(make(), max_retries=5), ["Hello."])


def test_left_early() -> None:
    """Who stops listening stops the source."""
    is_ended = threading.Event()

    async def endless() -> AsyncIterator[str]:
        try:
            while True:
                yield "The parcel leaves tonight. "
        finally:
            is_ended.set()

    async def main() -> None:
        made = TextToAudioStream(Smallest()).process(endless())
        assert await anext(made)
        await made.aclose()

    asyncio.run(main())
    assert is_ended.wait(30)


def config(**options: Any) -> TTSConfig:
    """Return a configuration for the sandbox."""
    return TTSConfig(voice_id="magnus", api_key="any-key", **options)


def test_configurations() -> None:
    """The third argument is a model or a language; what is ignored is taken; no key is shown."""
    assert TTSConfig("v", "k", "lightning_v3.1_pro").model == "lightning_v3.1_pro"
    old = TTSConfig("v", "key", "hi", 16000, 1.5, 0.5, 1, 0, 100)
    assert (old.model, old.language) == ("lightning_v3.1", "hi")
    assert (old.sample_rate, old.speed) == (16000, 1.5)
    assert TTSConfig("v", "k", language="hi", consistency=0.1).language == "hi"
    assert "key" not in repr(old).replace("api_key", "")


def test_a_session_of_two_threads() -> None:
    """One thread sends, the other hears; `flush_buffer` is the end."""
    tts = WavesStreamingTTS(config())
    with pytest.raises(ConnectionError):
        tts.send_text_chunk("too early")
    with pytest.raises(ConnectionError):
        tts.flush_buffer()
    got: list[bytes] = []
    is_heard = threading.Event()

    def listen() -> None:
        for chunk in tts.start_streaming_session():
            got.append(chunk)
            is_heard.set()

    listener = threading.Thread(target=listen)
    listener.start()
    while not tts.is_connected and listener.is_alive():
        listener.join(0.01)
    tts.send_text_chunk("The parcel leaves tonight. It is on its way. ")
    assert is_heard.wait(30)
    tts.send_text_chunk("It will be there soon.")
    tts.flush_buffer()
    listener.join(30)
    assert not listener.is_alive()
    assert tts.is_complete
    assert not tts.is_connected


@pytest.mark.parametrize("fault", ["drop", "error"])
def test_trouble_is_raised(fault: str, smallestai_sandbox: Sandbox) -> None:
    """Neither an error nor a connection that breaks looks like an end."""
    tts = WavesStreamingTTS(config())
    smallestai_sandbox.fail(fault, "GET /waves/v1/tts/live", times=1, after=1)
    with pytest.raises(StreamError):
        list(tts.synthesize(TEXT))
    assert not tts.is_complete


def test_a_generator_that_is_left() -> None:
    """Its connection is closed at once, and the next one speaks."""
    tts = WavesStreamingTTS(config())
    chunks: Iterator[bytes] = tts.synthesize(TEXT)
    assert next(chunks)
    assert tts.is_connected
    chunks.close()  # type: ignore[attr-defined]
    assert not tts.is_connected
    assert b"".join(tts.synthesize("Hello."))


def test_another_address(smallestai_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """`ws_url` may be set on an instance."""
    monkeypatch.setenv("SMALLEST_BASE_URL", "http://127.0.0.1:9")
    tts = WavesStreamingTTS(config())
    tts.ws_url = f"ws{smallestai_sandbox.url.removeprefix('http')}/waves/v1/tts/live"
    assert b"".join(tts.synthesize("Hello."))

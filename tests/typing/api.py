"""How the public names are typed. Never run: type checkers read it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import assert_type

from smallestai_atoms.models import AgentIdResponse

from smallestai import APIError, AsyncSmallestAI, Audio, RateLimitError, SmallestAI, Timeout
from smallestai.waves import (
    AsyncSpeechStream,
    AudioChunk,
    Complete,
    PieceEnded,
    PieceStarted,
    SpeechStream,
    Unknown,
    Voice,
    Word,
)


def blocking(client: SmallestAI) -> None:
    audio = client.waves.tts.synthesize("Hello.", voice_id="meher", sample_rate=8000, speed=1.5)
    assert_type(audio, Audio)
    assert_type(audio.save("hello.wav"), Path)
    assert_type(audio.duration, float)
    with client.waves.tts.stream("Hello.", transport="sse", timeout=Timeout(first=5)) as stream:
        assert_type(stream, SpeechStream)
        assert_type(iter(stream), Iterator[bytes])
        assert_type(stream.metrics.time_to_first_audio, float | None)
        for event in stream.events():
            assert_type(event, AudioChunk | Word | PieceStarted | PieceEnded | Complete | Unknown)
    assert_type(client.waves.voices.list(language="hi"), list[Voice])
    assert_type(client.with_options(timeout=5), SmallestAI)
    agent = client.atoms.agents.create_agent(name="Receptionist")
    assert_type(agent, AgentIdResponse)


async def asynchronous() -> None:
    async with AsyncSmallestAI("sk_x", region="us") as client:
        assert_type(await client.waves.tts.synthesize("Hello."), Audio)
        async with client.waves.tts.stream("Hello.") as stream:
            assert_type(stream, AsyncSpeechStream)
            assert_type(aiter(stream), AsyncIterator[bytes])
            assert_type(await stream.read(), Audio)
        assert_type(await client.waves.voices.list(), list[Voice])
        agent = await client.atoms.agents.create_agent(name="Receptionist")
        assert_type(agent, AgentIdResponse)


def errors(client: SmallestAI) -> None:
    try:
        client.waves.tts.synthesize("Hello.")
    except RateLimitError as error:
        assert_type(error.retry_after, float | None)
    except APIError as error:
        assert_type(error.status, int)


def refused(client: SmallestAI) -> None:
    client.waves.tts.synthesize("Hello.", transport="grpc")  # type: ignore[arg-type]
    client.waves.tts.synthesize("Hello.", volume=3)  # type: ignore[call-arg]
    client.waves.tts.synthesize("Hello.", speed="fast")  # type: ignore[arg-type]
    client.waves.nothing  # type: ignore[attr-defined]

"""Arguments of a wrong kind are named in an `ArgumentError`, and nothing is sent."""

from __future__ import annotations

import gc
import io
import wave
from typing import TYPE_CHECKING, Any

import pytest
from servers import tcp_server

from smallestai import ArgumentError, SmallestAI
from smallestai.errors import LocalProtocolError
from smallestai.waves.analysis import Metric
from waves.worlds import awaited, blocking, both

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Act = Callable[[Any], Any]


def recording() -> bytes:
    """Return a WAV of a second without a sound."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(8000)
        writer.writeframes(bytes(16_000))
    return file.getvalue()


WAV = recording()
JOB = {"model": "pulse-pro", "webhook_url": "https://example.com/x"}


def transcribe(**options: Any) -> Act:
    return lambda waves: waves.stt.transcribe(WAV, **options)


def stream(**options: Any) -> Act:
    return lambda waves: waves.stt.stream(**options)


def hydra(**options: Any) -> Act:
    return lambda waves: waves.hydra.connect(**options)


def chat(**options: Any) -> Act:
    return lambda waves: waves.chat.create("Hello.", **options)


def clone(**options: Any) -> Act:
    return lambda waves: waves.voices.clone(WAV, display_name="Ana", **options)


TABLE: list[tuple[str, Act]] = [
    ("webhook_url", transcribe(**{**JOB, "webhook_url": 5})),
    ("webhook_extra", transcribe(**JOB, webhook_extra="a:b")),
    ("extra_query", transcribe(extra_query="a=b")),
    ("split", transcribe(split=None)),
    ("split", transcribe(split=[60])),
    ("on_progress", transcribe(on_progress="print")),
    ("source", lambda waves: waves.stt.transcribe("x" * 5000)),
    ("extra_query", stream(extra_query=["a"])),
    ("keywords", stream(keywords=5)),
    ("model", hydra(model=["hydra-v1.1"])),
    ("generate_initial_response", hydra(generate_initial_response=1)),
    ("tool_deadline", hydra(tool_deadline="5")),
    ("tool_deadline", hydra(tool_deadline=True)),
    ("tools", hydra(tools=5)),
    ("stop", chat(stop=5)),
    ("tools", chat(tools=5)),
    ("logit_bias", chat(logit_bias={"5": None})),
    ("tags", clone(tags=5)),
    ("language", lambda waves: waves.voices.list(language=5)),
    ("gender", lambda waves: waves.voices.list(gender=5)),
    ("path", lambda waves: waves.pronunciation.from_csv(5)),
    ("metrics", lambda waves: waves.analysis.analyze("User: Hello.", None)),
    ("metrics", lambda waves: waves.analysis.analyze("x", iter([Metric("a", "b")]))),
]


@pytest.fixture(scope="module")
def service() -> Iterator[tuple[str, list[object]]]:
    """Listen, and note who calls."""
    calls: list[object] = []
    with tcp_server(calls.append) as url:
        yield url, calls


@both
@pytest.mark.parametrize(
    ("name", "act"), TABLE, ids=[f"{at} {row[0]}" for at, row in enumerate(TABLE)]
)
def test_of_a_wrong_kind(world: Any, service: Any, name: str, act: Act) -> None:
    """The error names the argument."""
    url, calls = service
    with pytest.raises(ArgumentError) as caught:
        world(url, act)
    assert caught.value.argument == name
    assert calls == []


def test_choices_of_a_metric() -> None:
    """They are a list."""
    choices: Any = None
    with pytest.raises(ArgumentError):
        Metric("mood", "How was it?", "ENUM", choices)


def test_none_is_the_same_as_left_out() -> None:
    """Options that may be None elsewhere may be so here."""
    both_take: dict[str, Any] = {"expire_content": None, "extra_query": None}
    live: dict[str, Any] = {**both_take, "buffer_seconds": None}
    recorded: dict[str, Any] = {**both_take, "allow_private_urls": None}
    with SmallestAI("sk_x") as client:
        client.waves.stt.stream(**live)
    with SmallestAI.sandbox() as client:
        client.waves.stt.transcribe(WAV, **recorded)


@pytest.mark.filterwarnings("error")
@both
def test_a_stream_that_could_not_be_made_is_not_missed(world: Any) -> None:
    """Its end is silent: nothing was opened."""
    with pytest.raises(ArgumentError):
        world("http://127.0.0.1:9", stream(timeout="soon"))
    gc.collect()


def test_a_session_that_is_not_open_cannot_be_iterated() -> None:
    """It says so, where it would wait for ever."""
    with pytest.raises(LocalProtocolError, match="not open"):
        blocking("http://127.0.0.1:9", lambda waves: iter(waves.hydra.connect()))
    with pytest.raises(LocalProtocolError, match="not open"):
        awaited("http://127.0.0.1:9", lambda waves: aiter(waves.hydra.connect()))


def test_a_closed_stream_cannot_be_opened_again() -> None:
    """Neither by name nor by a with statement."""
    with SmallestAI.sandbox() as client:
        with client.waves.stt.stream() as stream:
            pass
        with pytest.raises(LocalProtocolError, match="closed"):
            stream.open()
        with pytest.raises(LocalProtocolError, match="closed"), stream:
            pass

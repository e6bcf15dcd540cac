"""What the service would refuse is refused here, in words that say what to do, and nothing is sent.

The same table in both worlds, against a server that counts who calls.
"""

from __future__ import annotations

import io
import wave
from typing import TYPE_CHECKING, Any

import pytest
from servers import tcp_server
from waves.worlds import both

from smallestai import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Act = Callable[[Any], Any]


def wav(seconds: float, *, rate: int = 8000, channels: int = 1) -> bytes:
    """Return a WAV file without a sound."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(bytes(2 * channels * round(rate * seconds)))
    return file.getvalue()


@pytest.fixture(scope="module")
def service() -> Iterator[tuple[str, list[object]]]:
    """Listen, and note who calls."""
    calls: list[object] = []
    with tcp_server(calls.append) as url:
        yield url, calls


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hold the files of the table."""
    made: Path = tmp_path_factory.mktemp("bad")
    files = {
        "short.wav": wav(3),
        "long.wav": wav(20),
        "large.wav": wav(10, rate=315_000),
        "surround.wav": wav(10, channels=6),
        "document.wav": b"%PDF-1.7\n" + b"0 0 obj\n" * 200,
        "empty.wav": b"",
        "names.csv": b"word,pronunciation\nPune,poo-nay\n,nothing\n",
        "columns.csv": b"Pune,poo-nay,twice\n",
    }
    for name, data in files.items():
        (made / name).write_bytes(data)
    assert (made / "large.wav").stat().st_size > 6_000_000
    return made


def clone(name: str) -> Callable[[Path], Act]:
    return lambda folder: lambda waves: waves.voices.clone(folder / name, display_name="Ana")


def transcribe(name: str, **options: Any) -> Callable[[Path], Act]:
    return lambda folder: (
        lambda waves: waves.stt.transcribe(name if "://" in name else folder / name, **options)
    )


def stream(**options: Any) -> Callable[[Path], Act]:
    return lambda _: lambda waves: waves.stt.stream(**options)


def dictionary(words: Any) -> Callable[[Path], Act]:
    return lambda _: lambda waves: waves.pronunciation.create(words)


def from_csv(name: str) -> Callable[[Path], Act]:
    return lambda folder: lambda waves: waves.pronunciation.from_csv(folder / name)


def chat(messages: Any = "Hello.", **options: Any) -> Callable[[Path], Act]:
    return lambda _: lambda waves: waves.chat.create(messages, **options)


TABLE: list[tuple[str, Callable[[Path], Act], list[str]]] = [
    ("clone of 3 s", clone("short.wav"), ["short.wav", "3.0 s", "5 to 15 seconds", "record more"]),
    ("clone of 20 s", clone("long.wav"), ["long.wav", "20.0 s", "5 to 15 seconds", "cut it"]),
    ("clone of 6 MB", clone("large.wav"), ["large.wav", "larger than 5 MB", "cut it to 15"]),
    ("clone of six channels", clone("surround.wav"), ["6 channels", "mix it down"]),
    ("clone of a PDF", clone("document.wav"), ["document.wav", "is none of WAV", "convert it"]),
    ("clone of nothing", clone("empty.wav"), ["empty.wav", "is empty"]),
    ("clone of no file", clone("gone.wav"), ["gone.wav", "No such file"]),
    ("transcript of nothing", transcribe("empty.wav"), ["empty.wav", "is empty"]),
    ("transcript of a PDF", transcribe("document.wav"), ["document.wav", "WAV, MP3", "encoding="]),
    ("transcript of no file", transcribe("gone.wav"), ["gone.wav", "no such file"]),
    *(
        (f"transcript of {url}", transcribe(url), ["private network", "send the file itself"])
        for url in (
            "http://10.0.0.7/call.wav",
            "https://192.168.1.4/call.wav",
            "http://127.0.0.1:8000/call.wav",
            "http://[::1]/call.wav",
            "http://169.254.169.254/latest",
            "http://localhost/call.wav",
            "http://intranet/call.wav",
            "http://2130706433/call.wav",
        )
    ),
    (
        "transcript in no language",
        transcribe("short.wav", language="tlh"),
        ["language='tlh'", "must be one of en, hi"],
    ),
    (
        "transcript in a language of the other model",
        transcribe("short.wav", model="pulse-pro", language="hi"),
        ["language='hi'", "must be one of en"],
    ),
    (
        "pulse-pro of an address",
        transcribe("https://example.com/call.wav", model="pulse-pro"),
        ["pulse-pro", "send a file"],
    ),
    ("live in no language", stream(language="tlh"), ["language='tlh'", "must be one of en"]),
    ("pulse-pro live", stream(model="pulse-pro"), ["not transcribe live", "transcribe()"]),
    ("dictionary with an empty word", dictionary({"": "poo-nay"}), ["a word and a pronunciation"]),
    ("dictionary with a silent word", dictionary({"Pune": " "}), ["neither empty"]),
    ("dictionary without words", dictionary({}), ["at least one word"]),
    ("dictionary of a file", from_csv("names.csv"), ["names.csv", "line 3", "neither empty"]),
    ("dictionary of three columns", from_csv("columns.csv"), ["line 1", "two columns"]),
    ("chat with n=2", chat(n=2), ["n=2", "one answer", "ask again"]),
    ("chat of nothing", chat([]), ["0 messages", "1 to 200"]),
    ("chat of a blank", chat("  "), ["not blank"]),
]


@both
@pytest.mark.parametrize(("act", "said"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_refused_before_it_is_sent(
    world: Any, service: Any, folder: Path, act: Callable[[Path], Act], said: list[str]
) -> None:
    """It is an `ArgumentError` whose words name it and say what to do; nobody was called."""
    url, calls = service
    with pytest.raises(ArgumentError) as caught:
        world(url, act(folder))
    message = str(caught.value)
    assert [part for part in said if part not in message] == []
    assert not message.endswith(":")
    assert calls == []


@pytest.mark.parametrize(
    "act",
    [
        lambda waves, folder: waves.voices.clone(wav(6, channels=2), display_name="Ana"),
        lambda waves, folder: waves.stt.transcribe(folder / "short.wav", language="en"),
        lambda waves, folder: waves.pronunciation.create({"Pune": "poo-nay"}),
        lambda waves, folder: waves.chat.create("Hello.", n=1),
    ],
    ids=["stereo clone", "transcript", "dictionary", "chat"],
)
def test_what_is_allowed_is_sent(smallestai_client: Any, folder: Path, act: Any) -> None:
    """The neighbours of these mistakes are taken: two channels, a known language, one answer."""
    assert act(smallestai_client.waves, folder) is not None

"""A sandbox as the service, and stand-ins for what old programs import besides us."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smallestai.sandbox import Sandbox

ANSWER = [
    *("Speech from text is a ", "machine that reads", " aloud. It looks at every "),
    *("letter, and it knows how ", "each of them sounds. ", None, "Then it says them all."),
]


class _File:
    def __init__(self, path: str, mode: str) -> None:
        self._file = Path(path).open(mode)  # noqa: SIM115

    async def __aenter__(self) -> _File:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._file.close()

    async def write(self, data: bytes) -> None:
        self._file.write(data)


class _Groq:
    """A language model that says `ANSWER`, whatever it is asked."""

    def __init__(self, api_key: str | None = None) -> None:
        self.chat = SimpleNamespace(completions=SimpleNamespace(create=self._create))

    def _create(self, **_: Any) -> Iterator[Any]:
        for text in ANSWER:
            yield SimpleNamespace(choices=[SimpleNamespace(delta=SimpleNamespace(content=text))])


class Loudspeaker:
    """Takes the samples that are played."""

    played: list[Any]

    def __init__(self, samplerate: int, channels: int, dtype: str) -> None:
        assert (channels, dtype) == (1, "int16")
        Loudspeaker.played = []
        Loudspeaker.is_closed = False

    def start(self) -> None:
        """Begin."""

    def write(self, samples: Any) -> None:
        """Play."""
        Loudspeaker.played.append(samples)

    def stop(self) -> None:
        """End."""

    def close(self) -> None:
        """Let go of the device."""
        Loudspeaker.is_closed = True


@pytest.fixture(autouse=True)
def elsewhere(smallestai_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMALLEST_BASE_URL", smallestai_sandbox.url)
    monkeypatch.setenv("SMALLEST_API_KEY", smallestai_sandbox.api_key or "any-key")
    for name, member in (("aiofiles", _File), ("groq", _Groq), ("sounddevice", Loudspeaker)):
        module = ModuleType(name)
        word = {"aiofiles": "open", "groq": "Groq", "sounddevice": "OutputStream"}[name]
        setattr(module, word, member)
        monkeypatch.setitem(sys.modules, name, module)

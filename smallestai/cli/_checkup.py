"""What `smallestai doctor` looks at, one thing after another."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, requires, version
from time import perf_counter
from typing import TYPE_CHECKING, Literal, get_args

from smallestai._version import __version__
from smallestai.cli._errors import line_of
from smallestai.errors import (
    ConfigurationError,
    PermissionDeniedError,
    SmallestError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smallestai import SmallestAI

State = Literal["ok", "warning", "failed", "skipped"]
Transport = Literal["http", "sse", "websocket"]
TRANSPORTS: tuple[Transport, ...] = get_args(Transport)

_REQUIREMENT = re.compile(r"([\w.-]+).*extra == ['\"](\w+)['\"]")
_PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")
_SENTENCE = "One, two, three."


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look brought.

    Attributes:
        check: What was looked at.
        state: How it is.
        said: What was found, and what to do where something is wrong.
        seconds: How long the service took; None where nothing was asked of it.
    """

    check: str
    state: State
    said: str
    seconds: float | None = None


def installation() -> Iterator[Finding]:
    """Look at what is installed here."""
    yield Finding(
        "version", "ok", f"smallestai {__version__}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}",
    )  # fmt: skip
    yield Finding("extras", "ok", _extras_in_words())
    if found := [name for name in _PROXIES if os.environ.get(name) or os.environ.get(name.lower())]:
        yield Finding("proxy", "ok", f"set by {', '.join(found)}")


def service(connect: Callable[[], SmallestAI], speak: bool) -> Iterator[Finding]:
    """Look at the settings, the service, the key, sockets, and, if asked to, at speech.

    Args:
        connect: Makes the client.
        speak: Whether to have a sentence spoken over each transport, which costs credits.
    """
    try:
        client = connect()
    except ConfigurationError as error:
        yield Finding("settings", "failed", line_of(error))
        return
    with client:
        yield Finding("settings", "ok", f"a key, and the address {client.base_url}")
        up = _looked("service", partial(_service, client))
        yield up
        if up.state == "failed":
            for check in ("key", "sockets"):
                yield Finding(check, "skipped", "the service cannot be reached")
            return
        yield _looked("key", partial(_key, client))
        yield _looked("sockets", partial(_socket, client))
        if speak:
            for transport in TRANSPORTS:
                yield _looked(f"speech, {transport}", partial(_speech, client, transport))


def _service(client: SmallestAI) -> str:
    health = client.waves.health()
    if not health.ok:
        raise _Warned(f"it answers, and says that it is not well: {health.status}")
    return "it answers"


def _key(client: SmallestAI) -> str:
    try:
        client.atoms.user.get_user()
    except PermissionDeniedError as error:
        raise _Warned(f"it is known, but not for voice agents: {line_of(error)}") from None
    return "it is accepted"


def _socket(client: SmallestAI) -> str:
    with client.waves.tts.connect():
        return "a WebSocket opens"


def _speech(client: SmallestAI, transport: Transport) -> str:
    with client.waves.tts.stream(_SENTENCE, transport=transport) as stream:
        audio = stream.read()
    first = stream.metrics.time_to_first_audio or 0.0
    return f"first audio after {first * 1e3:.0f} ms, {audio.duration:.1f} s of speech"


class _Warned(Exception):  # noqa: N818 - an answer that is no failure
    """Something is not as it should be, and the rest may work all the same."""


def _looked(check: str, look: Callable[[], str]) -> Finding:
    started = perf_counter()
    state: State = "ok"
    try:
        said = look()
    except _Warned as warning:
        state, said = "warning", str(warning)
    except SmallestError as error:
        state, said = "failed", line_of(error)
    return Finding(check, state, said, round(perf_counter() - started, 4))


def _extras_in_words() -> str:
    extras = _extras()
    there = [extra for extra, packages in extras.items() if all(map(_is_installed, packages))]
    missing = [extra for extra in extras if extra not in there]
    words = ", ".join(there) or "none"
    if not missing:
        return words
    return (
        f"{words}; not there: {', '.join(missing)} (pip install 'smallestai[{','.join(missing)}]')"
    )


def _extras() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for requirement in requires("smallestai") or ():
        match = _REQUIREMENT.match(requirement)
        if match and match[2] != "dev":
            found.setdefault(match[2], []).append(match[1])
    return found


def _is_installed(package: str) -> bool:
    try:
        return bool(version(package))
    except PackageNotFoundError:
        return False

"""The base of all errors, and those that are no answer of the service: see `smallestai.errors`."""

from __future__ import annotations

import os
from typing import Any

from smallestai import _hints
from smallestai._envelopes import MESSAGE_LENGTH, shorten

# WebSocket close codes (RFC 6455, section 7.4) after which a new connection may do better.
_RETRYABLE_CLOSES = frozenset({None, 1001, 1005, 1006, 1011, 1012, 1013, 1014})


def _revive(
    kind: type[SmallestError], args: tuple[Any, ...], state: dict[str, Any]
) -> SmallestError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class SmallestError(Exception):
    """The base of all errors of this package.

    Attributes:
        message: What happened.
        hint: What to do about it, or None.
        retryable: Whether the same call may succeed when it is made again later.
        audio: Where it broke off a stream: the audio received so far.
        received: Where it broke off something else: what was received so far, such as the message
            of a chat or the pieces of a transcript; None elsewhere.
    """

    retryable: bool = False
    audio: bytes = b""
    received: Any = None

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        said = self.message if self.hint is None else f"{self.message.rstrip('.')}. {self.hint}"
        facts = ", ".join(f"{name} {value}" for name, value in self._facts() if value is not None)
        return f"{said} ({facts})" if facts else said

    def _facts(self) -> list[tuple[str, object]]:
        return []

    def __reduce__(self) -> tuple[Any, ...]:
        # The constructors take keywords, which the default of BaseException would lose.
        return _revive, (type(self), self.args, dict(self.__dict__))


class ConfigurationError(SmallestError, ValueError):
    """The client cannot be made or used as it is set up: no key, a bad URL, a missing extra."""


class ArgumentError(SmallestError, ValueError):
    """An argument no request can be made of; nothing was sent.

    Attributes:
        argument: The argument's name.
        value: What was given.
        remedy: What it must be.
    """

    def __init__(self, argument: str, value: object, remedy: str) -> None:
        super().__init__(f"{argument}={_shown(value)}: {remedy}")
        self.argument = argument
        self.value = value
        self.remedy = remedy

    def __reduce__(self) -> tuple[Any, ...]:
        # A value that cannot be pickled must not keep its error from reaching another process.
        return _revive, (type(self), self.args, {**self.__dict__, "value": _portable(self.value)})


class OutputError(SmallestError, OSError):
    """A file could not be written.

    Attributes:
        path: The file.
    """

    def __init__(
        self, path: str | os.PathLike[str], problem: str, *, hint: str | None = None
    ) -> None:
        super().__init__(f"{os.fspath(path)} could not be written: {problem}", hint=hint)
        self.path = path


class APIConnectionError(SmallestError):
    """The service could not be reached, or the connection broke.

    Attributes:
        sent: Whether the request may have reached the service, and so may have been carried out.
    """

    retryable = True

    def __init__(self, message: str, *, sent: bool = True, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.sent = sent


class APITimeoutError(APIConnectionError):
    """Something took longer than its timeout.

    Attributes:
        timeout: The part of `Timeout` that ran out: connect, first, between or total; or None.
        audio: Inside a stream: the audio received so far.
    """

    def __init__(
        self,
        message: str,
        *,
        timeout: str | None = None,
        sent: bool = True,
        audio: bytes = b"",
        hint: str | None = None,
    ) -> None:
        super().__init__(message, sent=sent, hint=hint)
        self.timeout = timeout
        self.audio = audio


class StreamError(SmallestError):
    """The service reported an error inside a stream.

    Attributes:
        code: The service's own code, or None.
        request_id: The service's id of the request, or None.
        audio: The audio received so far.
        body: The frame that reported it, or None.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        request_id: str | None = None,
        audio: bytes = b"",
        body: Any = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.code = code
        self.request_id = request_id
        self.audio = audio
        self.body = body

    def _facts(self) -> list[tuple[str, object]]:
        return [("code", self.code), ("request_id", self.request_id)]


class StreamClosedError(StreamError):
    """A stream was closed before its end.

    Attributes:
        close_code: The WebSocket close code (RFC 6455, section 7.4), or None where there was none.
        reason: The reason that came with it, often empty.
        audio: The audio received so far.
    """

    def __init__(
        self,
        *,
        close_code: int | None = None,
        reason: str = "",
        request_id: str | None = None,
        audio: bytes = b"",
        hint: str | None = None,
    ) -> None:
        super().__init__(
            reason or "the stream was closed before its end",
            request_id=request_id,
            audio=audio,
            hint=hint or _hints.close_hint(close_code, reason),
        )
        self.close_code = close_code
        self.reason = reason
        self.retryable = close_code in _RETRYABLE_CLOSES

    def _facts(self) -> list[tuple[str, object]]:
        return [("close code", self.close_code), ("request_id", self.request_id)]


class LocalProtocolError(SmallestError):
    """A call out of turn: text after the end, a request on a closed client."""


class RemoteProtocolError(SmallestError):
    """The service sent something that breaks its own grammar.

    Attributes:
        body: What it sent, shortened, or None.
        status: The HTTP status, where there is one.
        request_id: The service's id of the request, or None.
        audio: Inside a stream: the audio received so far.
    """

    def __init__(
        self,
        message: str,
        *,
        body: Any = None,
        status: int | None = None,
        request_id: str | None = None,
        audio: bytes = b"",
        hint: str | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.body = body
        self.status = status
        self.request_id = request_id
        self.audio = audio

    def _facts(self) -> list[tuple[str, object]]:
        return [("status", self.status), ("request_id", self.request_id)]


def _portable(value: object) -> object:
    plain = str | bytes | int | float | bool | None
    return value if isinstance(value, plain) else _shown(value)


def _shown(value: object) -> str:
    # Long values are cut before their repr is made: it may be a whole recording.
    if isinstance(value, str | bytes) and len(value) > MESSAGE_LENGTH:
        value = value[:MESSAGE_LENGTH]
    return shorten(repr(value), 100)

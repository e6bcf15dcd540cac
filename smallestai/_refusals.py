"""What the service answers instead of a success: see `smallestai.errors`."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Self

from smallestai import _envelopes, _hints
from smallestai._exceptions import SmallestError, StreamError

if TYPE_CHECKING:
    from collections.abc import Mapping

_RETRYABLE_STATUSES = frozenset({408, 429, 500, 502, 503, 504})
_CREDENTIALS = frozenset({"authorization", "cookie", "proxy-authorization", "set-cookie"})


class APIError(SmallestError):
    """The service refused a request.

    Attributes:
        status: The HTTP status.
        code: The service's own code, or None.
        request_id: The service's id of the request, for its support, or None.
        body: The parsed JSON of the answer, or its text, shortened.
        headers: The headers of the answer, names in lower case, without credentials.
        retry_after: How many seconds the service asks to wait, or None.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: str | None = None,
        request_id: str | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        retry_after: float | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.status = status
        self.code = code
        self.request_id = request_id
        self.body = body
        self.headers = dict(headers or {})
        self.retry_after = retry_after
        self.retryable = status in _RETRYABLE_STATUSES

    def _facts(self) -> list[tuple[str, object]]:
        return [("status", self.status), ("code", self.code), ("request_id", self.request_id)]


class BadRequestError(APIError):
    """400: the service does not accept the request, or does not know an object it names."""


class PlanNotEntitledError(BadRequestError):
    """400: the account's plan does not include the feature."""


class AuthenticationError(APIError):
    """401: the key is missing or wrong."""


class PaymentRequiredError(APIError):
    """402: no credits are left."""


class PermissionDeniedError(APIError):
    """403: the key, token or plan does not allow it."""


class OrganizationNotAllowedError(PermissionDeniedError):
    """403: the feature is closed to the organisation; no plan includes it."""


class NotFoundError(APIError):
    """404: no such route or object."""


class ConflictError(APIError):
    """409: it changed meanwhile, or the route has moved; read it again first."""


class ModelRetiredError(APIError):
    """410: a model or a route was retired.

    Attributes:
        successor: The route or model to use instead, or None.
    """

    successor: str | None = None


class FrozenError(APIError):
    """423: the configuration is frozen."""


class RateLimitError(APIError):
    """429: too many requests; `retry_after` tells how long to wait."""


class ConcurrencyLimitError(RateLimitError):
    """429: too many requests at once, by the service's count or by the client's own.

    The client lets only so many utterances of a key be under way and has the others wait. When one
    has waited for too long it raises this, and has sent nothing.

    Attributes:
        limit: The client's own limit; None where the service refused.
        queued: How many seconds the utterance waited in the client; None where the service refused.
    """

    limit: int | None = None
    queued: float | None = None

    @classmethod
    def at_gate(cls, limit: int | None, queued: float) -> Self:
        """Return the error for an utterance that the client itself did not let through."""
        error = cls(
            f"the utterance waited {queued:.1f} s at the client's own limit of {limit} at once "
            "with this key; nothing was sent",
            status=429,
            hint="Close streams that are no longer read, or raise the limit to what the plan "
            "allows: client.waves.tts.concurrency_limit = ... (None for no limit).",
        )
        error.limit, error.queued = limit, queued
        return error

    def _facts(self) -> list[tuple[str, object]]:
        return super()._facts() if self.queued is None else []  # no answer had this status


class ServerError(APIError):
    """500 and above: a fault of the service, or of what stands before it."""


_KINDS: dict[int, type[APIError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PaymentRequiredError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    410: ModelRetiredError,
    423: FrozenError,
    429: RateLimitError,
}


def api_error(status: int, headers: Mapping[str, str], body: bytes) -> APIError:
    """Return the error for an answer that is no success, of HTTP or of a WebSocket handshake.

    Args:
        status: The HTTP status, 300 or above.
        headers: The headers of the answer.
        body: Its body: any envelope of the service, an HTML page, text, or nothing.
    """
    named = {name.lower(): value for name, value in headers.items()}
    content = _envelopes.parsed(body)
    text = _envelopes.message_of(content) or _phrase(status)
    code = _envelopes.code_of(content)
    error = _kind(status, text, code)(
        text,
        status=status,
        code=code,
        request_id=_envelopes.request_id_of(named, content),
        body=content,
        headers={name: value for name, value in named.items() if name not in _CREDENTIALS},
        retry_after=_envelopes.retry_after_of(status, named, content),
        hint=_joined(_hints.hint_of(status, text, code, content), text, content),
    )
    if isinstance(error, ModelRetiredError):
        error.successor = _hints.successor_of(text, code, content)
    return error


def stream_error(envelope: Mapping[str, Any]) -> StreamError:
    """Return the error for a frame or an event that reports one.

    Args:
        envelope: The frame's JSON object, in any of the forms the streams use.
    """
    text = _envelopes.message_of(envelope) or "the service reported an error without saying which"
    code = _envelopes.code_of(envelope)
    hint = _hints.close_hint(None, code) or _hints.hint_of(_status(code), text, code, envelope)
    return StreamError(
        text,
        code=code,
        request_id=_envelopes.request_id_of({}, envelope),
        body=dict(envelope),
        hint=_joined(hint, text, envelope),
    )


def _kind(status: int, text: str, code: str | None) -> type[APIError]:
    if _hints.is_plan_gate(status, text):
        return PlanNotEntitledError
    if _hints.is_organization_gate(status, text):
        return OrganizationNotAllowedError
    if status == 429 and _hints.is_concurrency(text, code):
        return ConcurrencyLimitError
    return _KINDS.get(status, ServerError if status >= 500 else APIError)


def _joined(hint: str | None, text: str, content: Any) -> str | None:
    """Name the fields the service complains of before the hint."""
    fields = [issue.removesuffix(f": {text}") for issue in _envelopes.issues_of(content)]
    where = f"In {'; '.join(fields)}." if fields else None
    return " ".join(filter(None, (where, hint))) or None


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "the service refused without saying why"


def _status(code: str | None) -> int:
    return int(code) if code is not None and code.isdecimal() and len(code) == 3 else 0

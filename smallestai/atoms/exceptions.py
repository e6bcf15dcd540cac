"""The errors of the old clients of agents.

New code catches those of `smallestai.errors`; each error here that the service caused has the new
one as its ``__cause__``, with a hint and the request id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ApiAttributeError",
    "ApiException",
    "ApiKeyError",
    "ApiTypeError",
    "ApiValueError",
    "BadRequestException",
    "ConflictException",
    "ForbiddenException",
    "NotFoundException",
    "OpenApiException",
    "ServiceException",
    "UnauthorizedException",
    "UnprocessableEntityException",
    "ValidationError",
]


class OpenApiException(Exception):  # noqa: N818 - the old name
    """The base of the old errors."""


class ApiTypeError(OpenApiException, TypeError):
    """Never raised here; kept for ``except`` clauses."""


class ApiValueError(OpenApiException, ValueError):
    """A value that cannot be used."""


class ValidationError(ApiValueError):
    """An argument or a field has a value that is not possible; nothing was sent.

    It stands for the error of pydantic that the old clients raised, which was a `ValueError` too.

    Attributes:
        title: What was checked: a model or a method.
    """

    def __init__(self, title: str, field: str, problem: str) -> None:
        super().__init__(f"{title}.{field}: {problem}")
        self.title = title
        self._field = field
        self._problem = problem

    def errors(self) -> list[dict[str, Any]]:
        """Return the one thing that is wrong, as ``{"loc": ..., "msg": ...}`` in a list."""
        return [{"loc": tuple(self._field.split(".")), "msg": self._problem}]

    def error_count(self) -> int:
        """Return 1."""
        return len(self.errors())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.title, self._field, self._problem)


class ApiAttributeError(OpenApiException, AttributeError):
    """Never raised here; kept for ``except`` clauses."""


class ApiKeyError(OpenApiException, KeyError):
    """Never raised here; kept for ``except`` clauses."""


class ApiException(OpenApiException):
    """The service refused a request, could not be reached, or gave an answer of no use.

    Attributes:
        status: The HTTP status; 0 where there is no answer that could be used.
        reason: What the status means, or what happened.
        body: The answer as text, or None.
        data: The model of the error, where the operation has one for the status; else None.
        headers: The headers of the answer, or None.
    """

    def __init__(
        self,
        status: int | None = None,
        reason: str | None = None,
        http_resp: Any = None,
        *,
        body: str | None = None,
        data: Any = None,
    ) -> None:
        self.status: int | None = status
        self.reason: str | None = reason
        self.body: str | None = body
        self.data = data
        self.headers: Mapping[str, str] | None = None
        if http_resp is not None:
            self.status = http_resp.status if status is None else status
            self.reason = http_resp.reason if reason is None else reason
            self.body = http_resp.text if body is None else body
            self.headers = http_resp.getheaders()
        super().__init__(self.status, self.reason)

    @staticmethod
    def from_response(*, http_resp: Any, body: str | None, data: Any) -> ApiException:
        """Return the error of the class that belongs to an answer's status."""
        status = http_resp.status
        kind = ServiceException if status >= 500 else _KINDS.get(status, ApiException)
        return kind(http_resp=http_resp, body=body, data=data)

    def __str__(self) -> str:
        lines = [f"({self.status})", f"Reason: {self.reason}"]
        if self.headers:
            lines.append(f"HTTP response headers: {dict(self.headers)}")
        if self.data or self.body:
            lines.append(f"HTTP response body: {self.data or self.body}")
        return "\n".join(lines) + "\n"


class BadRequestException(ApiException):
    """400."""


class UnauthorizedException(ApiException):
    """401: the key is missing or wrong."""


class ForbiddenException(ApiException):
    """403."""


class NotFoundException(ApiException):
    """404."""


class ConflictException(ApiException):
    """409."""


class UnprocessableEntityException(ApiException):
    """422."""


class ServiceException(ApiException):
    """500 and above."""


_KINDS: dict[int, type[ApiException]] = {
    400: BadRequestException,
    401: UnauthorizedException,
    403: ForbiddenException,
    404: NotFoundException,
    409: ConflictException,
    422: UnprocessableEntityException,
}

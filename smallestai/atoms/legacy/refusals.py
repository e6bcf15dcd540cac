"""Errors that are those of ``requests`` too, as some methods of 4.3 raised them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from smallestai.atoms.exceptions import ApiException
from smallestai.atoms.rest import RESTResponse
from smallestai.errors import APITimeoutError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from smallestai.atoms.api_client import ApiClient
    from smallestai.atoms.api_response import ApiResponse


class Refusal(RESTResponse):
    """An answer with the names that people know from ``requests``."""

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.status

    @property
    def content(self) -> bytes:
        """The body."""
        return self.data

    @property
    def ok(self) -> bool:
        """Whether the status is no error."""
        return self.status < 400


class RequestsError:
    """What such an error has besides.

    Attributes:
        response: The answer, or None where there is none.
    """

    response: Refusal | None = None
    _name: str
    status: int | None
    reason: str | None

    def __reduce__(self) -> tuple[Any, ...]:
        kind = type(self).__bases__[1]
        return _made, (kind, self._name, self.status, self.reason), self.__dict__


def answer_to(
    client: ApiClient, send: Callable[[], RESTResponse], types: dict[str, str]
) -> ApiResponse:
    """Send a request, and return what the answer holds.

    Args:
        client: What reads it.
        send: What sends it.
        types: The model of the answer for each status, as `ApiClient.response_deserialize` has it.

    Raises:
        ApiException: The service refused it, could not be reached, or gave an answer of no use. It
            is an ``HTTPError``, ``ConnectionError``, ``Timeout`` or ``InvalidJSONError`` of
            ``requests`` too where that is installed, and has a ``response``.
    """
    answer = None
    try:
        answer = send()
        return client.response_deserialize(answer, types)
    except ApiException as error:
        _raise(error, answer)


def _raise(error: ApiException, answer: RESTResponse | None) -> NoReturn:
    made = _made(type(error), _name_of(error, answer), error.status, error.reason)
    made.__dict__.update(error.__dict__)
    if answer is not None:
        made.response = Refusal(
            answer.status, answer.reason, answer.headers, answer.data, answer.cause
        )
    raise made from error.__cause__


def _name_of(error: ApiException, answer: RESTResponse | None) -> str:
    if answer is None:
        return "Timeout" if isinstance(error.__cause__, APITimeoutError) else "ConnectionError"
    return "HTTPError" if error.status else "InvalidJSONError"


def _made(kind: Any, name: str, status: int | None, reason: str | None) -> Any:
    return _kind_of(kind, name)(status, reason)


@cache
def _kind_of(kind: type[Any], name: str) -> type[Any]:
    """Return a class that is of that kind and, where there is ``requests``, of the one so named."""
    try:
        theirs: tuple[Any, ...] = (getattr(import_module("requests.exceptions"), name),)
    except (ImportError, AttributeError):
        theirs = ()
    known = {"__module__": kind.__module__, "__doc__": kind.__doc__, "_name": name}
    return type(kind.__name__, (RequestsError, kind, *theirs), known)

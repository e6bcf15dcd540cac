"""Answers of the service, made into types of our own."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from smallestai.errors import RemoteProtocolError, SmallestError

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")


def of_answer(make: Callable[P, T]) -> Callable[P, T]:
    """Have a function that takes an answer apart say so where it is not of the shape that was due.

    What is generated from the specification hands on as it is what it cannot read: any part of an
    answer may be of another kind than its annotation.

    Args:
        make: Gets the answer, or a part of it, as its first argument.

    Returns:
        The same function; it raises `RemoteProtocolError` with the answer as ``body``.
    """

    @wraps(make)
    def made(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return make(*args, **kwargs)
        except SmallestError:
            raise
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            message = "the answer does not fit the protocol"
            raise RemoteProtocolError(message, body=_plain(args[0])) from error

    return made


def _plain(answer: Any) -> Any:
    """Return an answer as it came."""
    return answer.to_dict() if hasattr(answer, "to_dict") else answer

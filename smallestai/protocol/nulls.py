"""JSON in which null is the same as nothing."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def convert_without_nulls(value: Any, kind: type[T], *, strict: bool = True) -> T:
    """Return decoded JSON as one of our types, fields that are null left out.

    A service writes null where it has nothing to say, also for what it always says.

    Raises:
        msgspec.ValidationError: It has other fields that cannot be.
    """
    return msgspec.convert(_without_nulls(value), kind, strict=strict)


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(each) for key, each in value.items() if each is not None}
    return [_without_nulls(each) for each in value] if isinstance(value, list) else value

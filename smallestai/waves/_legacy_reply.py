"""What the old clients return of a JSON answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, SupportsIndex

if TYPE_CHECKING:
    from collections.abc import ItemsView, KeysView, ValuesView


class Reply(str):
    """JSON text, as releases up to 4.0 returned it, that can be read like a dict, as those after.

    ``json.loads(reply)["data"]`` and ``reply["data"]`` are the same.
    """

    __slots__ = ("_value",)
    _value: dict[str, Any]

    @classmethod
    def of(cls, value: dict[str, Any]) -> Reply:
        """Return the text of a JSON object."""
        made = cls(json.dumps(value, indent=4, ensure_ascii=False))
        made._value = value
        return made

    def __getitem__(self, key: str | SupportsIndex | slice) -> Any:
        return self._value[key] if isinstance(key, str) else super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """Return a field, or the default."""
        return self._value.get(key, default)

    def keys(self) -> KeysView[str]:
        """Return the names of the fields."""
        return self._value.keys()

    def values(self) -> ValuesView[Any]:
        """Return the values of the fields."""
        return self._value.values()

    def items(self) -> ItemsView[str, Any]:
        """Return the fields."""
        return self._value.items()

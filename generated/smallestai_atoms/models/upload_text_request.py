from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class UploadTextRequest(Model):
    """A text for a knowledge base.

    Attributes:
        title: Heading of the text.
        content: The text.
    """

    title: str
    content: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("title", "content"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "title": self.title, "content": self.content}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(title=rest.pop("title", UNSET), content=rest.pop("content", UNSET))
        result.additional_properties = rest
        return result

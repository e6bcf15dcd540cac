from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, File, Model, wire_object


@_define(eq=False, repr=False)
class ResubmitApplicationRequest(Model):
    """Documents in place of the rejected ones, as a form with files.

    Attributes:
        documents: What the files are, as JSON.
        files: The documents.
    """

    documents: str
    files: list[File]
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("documents", "files"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "documents": self.documents, "files": self.files}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(documents=rest.pop("documents", UNSET), files=rest.pop("files", UNSET))
        result.additional_properties = rest
        return result

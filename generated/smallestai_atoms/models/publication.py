from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.publication_state import PublicationState
    from ..models.revision import Revision


@_define(eq=False, repr=False)
class Publication(Model):
    """How a publication stands.

    Attributes:
        state: Being checked (scanning), or done (committed).
        revision: The new revision, once it is there.
    """

    state: PublicationState | Unset = UNSET
    revision: Revision | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "state": self.state, "revision": self.revision}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            state=rest.pop("state", UNSET),
            revision=model(lambda: models.Revision)(rest.pop("revision", UNSET)),
        )
        result.additional_properties = rest
        return result

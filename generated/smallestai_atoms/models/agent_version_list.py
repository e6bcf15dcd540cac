from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.agent_version import AgentVersion


@_define(eq=False, repr=False)
class AgentVersionList(Model):
    """One page of versions.

    Attributes:
        versions: The versions of this page.
        total: Versions on all pages together.
    """

    versions: list[AgentVersion] | Unset = UNSET
    total: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "versions": self.versions, "total": self.total}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            versions=list_of(model(lambda: models.AgentVersion))(rest.pop("versions", UNSET)),
            total=rest.pop("total", UNSET),
        )
        result.additional_properties = rest
        return result

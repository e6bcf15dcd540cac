from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.agent_version import AgentVersion
    from ..models.json import Json


@_define(eq=False, repr=False)
class AgentVersionConfig(Model):
    """A version and its settings.

    Attributes:
        version: A version of an agent, or a draft of one.
        resolved_config: All its settings.
    """

    version: AgentVersion | Unset = UNSET
    resolved_config: Json | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "version": self.version,
                "resolvedConfig": self.resolved_config,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            version=model(lambda: models.AgentVersion)(rest.pop("version", UNSET)),
            resolved_config=model(lambda: models.Json)(rest.pop("resolvedConfig", UNSET)),
        )
        result.additional_properties = rest
        return result

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_content_part import HydraContentPart
    from ..models.hydra_entry_role import HydraEntryRole
    from ..models.hydra_entry_status import HydraEntryStatus
    from ..models.hydra_entry_type import HydraEntryType


@_define(eq=False, repr=False)
class HydraEntry(Model):
    """An entry of the conversation. A message has content, a call its name and arguments, a result
    its output.

    Attributes:
        id: Id of the entry.
        type_: Kind of entry.
        role: Who speaks.
        status: How far it is.
        content: Parts of a message.
        call_id: Id of the call.
        name: Function to call.
        arguments: Its arguments as JSON.
        output: Its result.
    """

    id: str | Unset = UNSET
    type_: HydraEntryType | Unset = UNSET
    role: HydraEntryRole | Unset = UNSET
    status: HydraEntryStatus | Unset = UNSET
    content: list[HydraContentPart] | Unset = UNSET
    call_id: str | Unset = UNSET
    name: str | Unset = UNSET
    arguments: str | Unset = UNSET
    output: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "id": self.id,
                "type": self.type_,
                "role": self.role,
                "status": self.status,
                "content": self.content,
                "call_id": self.call_id,
                "name": self.name,
                "arguments": self.arguments,
                "output": self.output,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            type_=rest.pop("type", UNSET),
            role=rest.pop("role", UNSET),
            status=rest.pop("status", UNSET),
            content=list_of(model(lambda: models.HydraContentPart))(rest.pop("content", UNSET)),
            call_id=rest.pop("call_id", UNSET),
            name=rest.pop("name", UNSET),
            arguments=rest.pop("arguments", UNSET),
            output=rest.pop("output", UNSET),
        )
        result.additional_properties = rest
        return result

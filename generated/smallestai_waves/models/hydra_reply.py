from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_ending import HydraEnding
    from ..models.hydra_entry import HydraEntry
    from ..models.hydra_reply_status import HydraReplyStatus
    from ..models.hydra_usage import HydraUsage


@_define(eq=False, repr=False)
class HydraReply(Model):
    """A reply of the model. At its start only the id is known.

    Attributes:
        id: Id of the reply.
        status: How it ended.
        status_details: Why a reply ended early.
        output: The entries it consists of.
        usage: Tokens a reply has used.
    """

    id: str | Unset = UNSET
    status: HydraReplyStatus | Unset = UNSET
    status_details: HydraEnding | Unset = UNSET
    output: list[HydraEntry] | Unset = UNSET
    usage: HydraUsage | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "id": self.id,
                "status": self.status,
                "status_details": self.status_details,
                "output": self.output,
                "usage": self.usage,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            status=rest.pop("status", UNSET),
            status_details=model(lambda: models.HydraEnding)(rest.pop("status_details", UNSET)),
            output=list_of(model(lambda: models.HydraEntry))(rest.pop("output", UNSET)),
            usage=model(lambda: models.HydraUsage)(rest.pop("usage", UNSET)),
        )
        result.additional_properties = rest
        return result

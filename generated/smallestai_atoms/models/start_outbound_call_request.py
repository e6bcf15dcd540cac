from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.call_variables import CallVariables
    from ..models.json import Json


@_define(eq=False, repr=False)
class StartOutboundCallRequest(Model):
    """Who calls whom.

    Attributes:
        agent_id: Id of the agent that speaks.
        phone_number: The number to dial, in E.164 form such as +14155550123.
        variables: Values for the variables in the agent's prompt and messages.
        from_product_id: Id of the phone number (product) to call from.
        version_id: Id of the agent's version to use.
        operator_id: Id of the operator the call is placed for.
        operator_data: What the platform is to know about the operator.
    """

    agent_id: str
    phone_number: str
    variables: CallVariables | Unset = UNSET
    from_product_id: str | Unset = UNSET
    version_id: str | Unset = UNSET
    operator_id: str | Unset = UNSET
    operator_data: Json | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("agentId", "phoneNumber"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "phoneNumber": self.phone_number,
                "variables": self.variables,
                "fromProductId": self.from_product_id,
                "versionId": self.version_id,
                "operatorId": self.operator_id,
                "operatorData": self.operator_data,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agent_id=rest.pop("agentId", UNSET),
            phone_number=rest.pop("phoneNumber", UNSET),
            variables=model(lambda: models.CallVariables)(rest.pop("variables", UNSET)),
            from_product_id=rest.pop("fromProductId", UNSET),
            version_id=rest.pop("versionId", UNSET),
            operator_id=rest.pop("operatorId", UNSET),
            operator_data=model(lambda: models.Json)(rest.pop("operatorData", UNSET)),
        )
        result.additional_properties = rest
        return result

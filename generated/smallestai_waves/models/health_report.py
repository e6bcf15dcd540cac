from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.service_status import ServiceStatus


@_define(eq=False, repr=False)
class HealthReport(Model):
    """State of the service and of what it depends on.

    Attributes:
        status: `ok`, or a word for what is wrong.
        mongo: State of one dependency.
        redis: State of one dependency.
        rabbitmq: State of one dependency.
    """

    status: str | Unset = UNSET
    mongo: ServiceStatus | Unset = UNSET
    redis: ServiceStatus | Unset = UNSET
    rabbitmq: ServiceStatus | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "mongo": self.mongo,
                "redis": self.redis,
                "rabbitmq": self.rabbitmq,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            status=rest.pop("status", UNSET),
            mongo=model(lambda: models.ServiceStatus)(rest.pop("mongo", UNSET)),
            redis=model(lambda: models.ServiceStatus)(rest.pop("redis", UNSET)),
            rabbitmq=model(lambda: models.ServiceStatus)(rest.pop("rabbitmq", UNSET)),
        )
        result.additional_properties = rest
        return result

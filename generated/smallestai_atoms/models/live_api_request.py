from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.json import Json
    from ..models.live_api_request_event_type import LiveApiRequestEventType


@_define(eq=False, repr=False)
class LiveApiRequest(Model):
    """A request was made before or after the call.

    Attributes:
        event_type: Kind of event.
        event_id: Id of the event.
        timestamp: When it happened, in seconds since 1970, fractions included; older servers
            send text.
        call_id: Id of the call.
        observer_class: Part of the platform that saw it.
        source: Where it came from.
        method: HTTP method.
        headers: Headers that were sent.
        body: Body that was sent.
        timeout: Seconds the answer was waited for.
        response: The answer.
        extracted_variables: Variables read from the answer.
        next_node_id: Id of the node that follows.
        success: Whether it worked.
        error: What went wrong.
    """

    event_type: LiveApiRequestEventType
    event_id: str | Unset = UNSET
    timestamp: float | datetime.datetime | Unset = UNSET
    call_id: str | Unset = UNSET
    observer_class: str | Unset = UNSET
    source: str | Unset = UNSET
    method: str | None | Unset = UNSET
    headers: Json | None | Unset = UNSET
    body: Any | Unset = UNSET
    timeout: float | None | Unset = UNSET
    response: Any | Unset = UNSET
    extracted_variables: Json | None | Unset = UNSET
    next_node_id: str | None | Unset = UNSET
    success: bool | Unset = UNSET
    error: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("event_type",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "event_type": self.event_type,
                "event_id": self.event_id,
                "timestamp": self.timestamp,
                "call_id": self.call_id,
                "observer_class": self.observer_class,
                "source": self.source,
                "method": self.method,
                "headers": self.headers,
                "body": self.body,
                "timeout": self.timeout,
                "response": self.response,
                "extracted_variables": self.extracted_variables,
                "next_node_id": self.next_node_id,
                "success": self.success,
                "error": self.error,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            event_type=rest.pop("event_type", UNSET),
            event_id=rest.pop("event_id", UNSET),
            timestamp=timestamp(rest.pop("timestamp", UNSET)),
            call_id=rest.pop("call_id", UNSET),
            observer_class=rest.pop("observer_class", UNSET),
            source=rest.pop("source", UNSET),
            method=rest.pop("method", UNSET),
            headers=model(lambda: models.Json)(rest.pop("headers", UNSET)),
            body=rest.pop("body", UNSET),
            timeout=rest.pop("timeout", UNSET),
            response=rest.pop("response", UNSET),
            extracted_variables=model(lambda: models.Json)(rest.pop("extracted_variables", UNSET)),
            next_node_id=rest.pop("next_node_id", UNSET),
            success=rest.pop("success", UNSET),
            error=rest.pop("error", UNSET),
        )
        result.additional_properties = rest
        return result

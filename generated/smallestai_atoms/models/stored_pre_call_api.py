from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.http_method import HttpMethod
    from ..models.json import Json
    from ..models.response_variable import ResponseVariable
    from ..models.string_map import StringMap


@_define(eq=False, repr=False)
class StoredPreCallApi(Model):
    """The request the platform makes before each call, as stored.

    Attributes:
        is_enabled: Whether the request is made.
        url: Where the request goes.
        method: HTTP method.
        headers: Text values by name.
        body: The JSON body to send.
        timeout: Seconds to wait for the answer.
        query_params: Query parameters by name.
        response_variables: What to keep of the answer.
    """

    is_enabled: bool | Unset = UNSET
    url: str | Unset = UNSET
    method: HttpMethod | Unset = UNSET
    headers: StringMap | Unset = UNSET
    body: Json | Unset = UNSET
    timeout: int | Unset = UNSET
    query_params: Json | Unset = UNSET
    response_variables: list[ResponseVariable] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "isEnabled": self.is_enabled,
                "url": self.url,
                "method": self.method,
                "headers": self.headers,
                "body": self.body,
                "timeout": self.timeout,
                "queryParams": self.query_params,
                "responseVariables": self.response_variables,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            is_enabled=rest.pop("isEnabled", UNSET),
            url=rest.pop("url", UNSET),
            method=rest.pop("method", UNSET),
            headers=model(lambda: models.StringMap)(rest.pop("headers", UNSET)),
            body=model(lambda: models.Json)(rest.pop("body", UNSET)),
            timeout=rest.pop("timeout", UNSET),
            query_params=model(lambda: models.Json)(rest.pop("queryParams", UNSET)),
            response_variables=list_of(model(lambda: models.ResponseVariable))(
                rest.pop("responseVariables", UNSET)
            ),
        )
        result.additional_properties = rest
        return result

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
class PreCallApi(Model):
    """A request the platform makes before each call to fetch variables.

    Attributes:
        url: Where the request goes.
        method: HTTP method.
        is_enabled: Whether the request is made; false when left out.
        headers: Text values by name.
        body: The JSON body to send.
        timeout: Seconds to wait for the answer, 1 to 30; 5 when left out.
        query_params: Query parameters by name.
        response_variables: What to keep of the answer.
    """

    url: str
    method: HttpMethod
    is_enabled: bool | Unset = UNSET
    headers: StringMap | Unset = UNSET
    body: Json | Unset = UNSET
    timeout: int | Unset = UNSET
    query_params: Json | Unset = UNSET
    response_variables: list[ResponseVariable] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("url", "method"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "url": self.url,
                "method": self.method,
                "isEnabled": self.is_enabled,
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
            url=rest.pop("url", UNSET),
            method=rest.pop("method", UNSET),
            is_enabled=rest.pop("isEnabled", UNSET),
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

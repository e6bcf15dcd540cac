from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.extracted_variable import ExtractedVariable
    from ..models.http_method import HttpMethod
    from ..models.named_value import NamedValue
    from ..models.response_variable import ResponseVariable
    from ..models.string_map import StringMap
    from ..models.tool_on_hold_music import ToolOnHoldMusic
    from ..models.tool_parameter import ToolParameter
    from ..models.tool_type import ToolType
    from ..models.transfer_option import TransferOption


@_define(eq=False, repr=False)
class Tool(Model):
    """Something the agent can do besides talking. Which properties apply depends on the type.

    Attributes:
        type_: What a tool does.
        name: Name the model calls the tool by.
        description: What the tool does and when to use it, for the model.
        enabled: Whether the agent may use the tool; true when left out.
        transfer_number: transfer_call: the number to transfer to.
        transfer_option: How a call is handed over.
        on_hold_music: transfer_call: what the caller hears meanwhile; ringtone when left out.
        transfer_only_if_human: transfer_call: only if a person answers; true when left out.
        detection_timeout: transfer_call: seconds to find out whether a person answered, 5 to
            60; 30 when left out.
        url: api_call: where the request goes.
        method: HTTP method.
        timeout: api_call: milliseconds to wait for the answer, 1000 to 30000; 5000 when left
            out.
        headers: Text values by name.
        headers_array: api_call: the headers as a list.
        query_params: api_call: the query parameters.
        request_body: api_call: the body to send.
        llm_parameters: api_call: values the model fills in.
        response_variables: api_call: what to keep of the answer; nothing when left out.
        variables_extraction_schema: extract_dynamic_variables: the variables to read from the
            conversation, at least one.
        knowledge_base_id: knowledge_base_search: id of the knowledge base.
        filler_phrases: What the agent may say while the tool works; nothing when left out.
    """

    type_: ToolType
    name: str
    description: str
    enabled: bool | Unset = UNSET
    transfer_number: str | Unset = UNSET
    transfer_option: TransferOption | Unset = UNSET
    on_hold_music: ToolOnHoldMusic | Unset = UNSET
    transfer_only_if_human: bool | Unset = UNSET
    detection_timeout: int | Unset = UNSET
    url: str | Unset = UNSET
    method: HttpMethod | Unset = UNSET
    timeout: int | Unset = UNSET
    headers: StringMap | Unset = UNSET
    headers_array: list[NamedValue] | Unset = UNSET
    query_params: list[NamedValue] | Unset = UNSET
    request_body: str | Unset = UNSET
    llm_parameters: list[ToolParameter] | Unset = UNSET
    response_variables: list[ResponseVariable] | Unset = UNSET
    variables_extraction_schema: list[ExtractedVariable] | Unset = UNSET
    knowledge_base_id: str | Unset = UNSET
    filler_phrases: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "name", "description"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "name": self.name,
                "description": self.description,
                "enabled": self.enabled,
                "transferNumber": self.transfer_number,
                "transferOption": self.transfer_option,
                "onHoldMusic": self.on_hold_music,
                "transferOnlyIfHuman": self.transfer_only_if_human,
                "detectionTimeout": self.detection_timeout,
                "url": self.url,
                "method": self.method,
                "timeout": self.timeout,
                "headers": self.headers,
                "headersArray": self.headers_array,
                "queryParams": self.query_params,
                "requestBody": self.request_body,
                "llmParameters": self.llm_parameters,
                "responseVariables": self.response_variables,
                "variablesExtractionSchema": self.variables_extraction_schema,
                "knowledgeBaseId": self.knowledge_base_id,
                "fillerPhrases": self.filler_phrases,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            enabled=rest.pop("enabled", UNSET),
            transfer_number=rest.pop("transferNumber", UNSET),
            transfer_option=model(lambda: models.TransferOption)(rest.pop("transferOption", UNSET)),
            on_hold_music=rest.pop("onHoldMusic", UNSET),
            transfer_only_if_human=rest.pop("transferOnlyIfHuman", UNSET),
            detection_timeout=rest.pop("detectionTimeout", UNSET),
            url=rest.pop("url", UNSET),
            method=rest.pop("method", UNSET),
            timeout=rest.pop("timeout", UNSET),
            headers=model(lambda: models.StringMap)(rest.pop("headers", UNSET)),
            headers_array=list_of(model(lambda: models.NamedValue))(
                rest.pop("headersArray", UNSET)
            ),
            query_params=list_of(model(lambda: models.NamedValue))(rest.pop("queryParams", UNSET)),
            request_body=rest.pop("requestBody", UNSET),
            llm_parameters=list_of(model(lambda: models.ToolParameter))(
                rest.pop("llmParameters", UNSET)
            ),
            response_variables=list_of(model(lambda: models.ResponseVariable))(
                rest.pop("responseVariables", UNSET)
            ),
            variables_extraction_schema=list_of(model(lambda: models.ExtractedVariable))(
                rest.pop("variablesExtractionSchema", UNSET)
            ),
            knowledge_base_id=rest.pop("knowledgeBaseId", UNSET),
            filler_phrases=rest.pop("fillerPhrases", UNSET),
        )
        result.additional_properties = rest
        return result

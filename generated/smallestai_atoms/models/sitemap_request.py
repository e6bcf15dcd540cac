from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class SitemapRequest(Model):
    """The site whose pages to list.

    Attributes:
        site_url: URL of the site.
        knowledge_base_id: Id of the knowledge base they are meant for.
    """

    site_url: str
    knowledge_base_id: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("siteUrl", "knowledgeBaseId"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "siteUrl": self.site_url,
                "knowledgeBaseId": self.knowledge_base_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            site_url=rest.pop("siteUrl", UNSET),
            knowledge_base_id=rest.pop("knowledgeBaseId", UNSET),
        )
        result.additional_properties = rest
        return result

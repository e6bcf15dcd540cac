from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class Sitemap(Model):
    """The pages of a site.

    Attributes:
        urls: URLs of the pages.
        extracted_at: When they were read.
    """

    urls: list[str] | Unset = UNSET
    extracted_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "urls": self.urls, "extractedAt": self.extracted_at}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            urls=rest.pop("urls", UNSET), extracted_at=timestamp(rest.pop("extractedAt", UNSET))
        )
        result.additional_properties = rest
        return result

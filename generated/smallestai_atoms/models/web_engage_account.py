from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class WebEngageAccount(Model):
    """An account at WebEngage.

    Attributes:
        license_code: Licence code of the account.
        environment: Environment of the account.
        api_key: API key of the account.
    """

    license_code: str
    environment: str
    api_key: str = _field(repr=False)
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("licenseCode", "environment", "apiKey"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "licenseCode": self.license_code,
                "environment": self.environment,
                "apiKey": self.api_key,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            license_code=rest.pop("licenseCode", UNSET),
            environment=rest.pop("environment", UNSET),
            api_key=rest.pop("apiKey", UNSET),
        )
        result.additional_properties = rest
        return result

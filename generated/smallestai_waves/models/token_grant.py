from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class TokenGrant(Model):
    """A short-lived access token.

    Attributes:
        access_token: The token, `wat_...`; used in place of an API key.
        token_type: `Bearer`.
        expires_in: Seconds it will live.
        expires_at: When it ends.
    """

    access_token: str = _field(repr=False)
    token_type: str | Unset = UNSET
    expires_in: int | Unset = UNSET
    expires_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("access_token",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "access_token": self.access_token,
                "token_type": self.token_type,
                "expires_in": self.expires_in,
                "expires_at": self.expires_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            access_token=rest.pop("access_token", UNSET),
            token_type=rest.pop("token_type", UNSET),
            expires_in=rest.pop("expires_in", UNSET),
            expires_at=timestamp(rest.pop("expires_at", UNSET)),
        )
        result.additional_properties = rest
        return result

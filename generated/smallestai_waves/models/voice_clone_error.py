from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.voice_clone_error_error_code import VoiceCloneErrorErrorCode


@_define(eq=False, repr=False)
class VoiceCloneError(Model):
    """Cloning failed inside the service.

    Attributes:
        error: What went wrong.
        error_code: Kind of failure.
    """

    error: str | Unset = UNSET
    error_code: VoiceCloneErrorErrorCode | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "error": self.error, "error_code": self.error_code}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(error=rest.pop("error", UNSET), error_code=rest.pop("error_code", UNSET))
        result.additional_properties = rest
        return result

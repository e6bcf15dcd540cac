from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.agent_language import AgentLanguage
    from ..models.language_switching import LanguageSwitching


@_define(eq=False, repr=False)
class LanguageSettings(Model):
    """The languages an agent speaks.

    Attributes:
        default: Language code.
        supported: Languages the agent can switch to.
        switching: When the agent follows the user into another language.
    """

    default: AgentLanguage | Unset = UNSET
    supported: list[AgentLanguage] | Unset = UNSET
    switching: LanguageSwitching | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "default": self.default,
                "supported": self.supported,
                "switching": self.switching,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            default=rest.pop("default", UNSET),
            supported=rest.pop("supported", UNSET),
            switching=model(lambda: models.LanguageSwitching)(rest.pop("switching", UNSET)),
        )
        result.additional_properties = rest
        return result

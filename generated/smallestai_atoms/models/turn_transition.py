from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TurnTransition(Model):
    """One change from the user's turn to the agent's.

    Attributes:
        turn: Number of the turn.
        user_end: When the user stopped speaking.
        bot_start: When the agent began to speak.
        latency: The time between the two.
    """

    turn: float | Unset = UNSET
    user_end: float | Unset = UNSET
    bot_start: float | Unset = UNSET
    latency: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "turn": self.turn,
                "user_end": self.user_end,
                "bot_start": self.bot_start,
                "latency": self.latency,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            turn=rest.pop("turn", UNSET),
            user_end=rest.pop("user_end", UNSET),
            bot_start=rest.pop("bot_start", UNSET),
            latency=rest.pop("latency", UNSET),
        )
        result.additional_properties = rest
        return result

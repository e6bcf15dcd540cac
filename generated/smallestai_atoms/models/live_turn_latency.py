from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class LiveTurnLatency(Model):
    """How long the agent took to answer.

    Attributes:
        event_type: Kind of event.
        event_id: Id of the event.
        timestamp: When it happened, in seconds since 1970, fractions included; older servers
            send text.
        call_id: Id of the call.
        observer_class: Part of the platform that saw it.
        source: Where it came from.
        turn_latency: The whole time, in seconds.
        stt_api_ms: Milliseconds in transcription.
        stt_to_llm_ms: Milliseconds from the transcript to the language model.
        smart_turn_ms: Milliseconds spent to find the end of the turn.
        llm_api_ms: Milliseconds in the language model.
        llm_to_tts_ms: Milliseconds from the language model to synthesis.
        tts_api_ms: Milliseconds in synthesis.
        tts_to_audio_ms: Milliseconds from synthesis to the first sound.
        total_turn_ms: The whole time, in milliseconds.
        turn_index: Number of the turn.
        interrupted: Whether the user cut in.
        smart_turn_enabled: Whether the end of the turn was found by meaning.
    """

    event_type: Literal["turn_latency"] = "turn_latency"
    event_id: str | Unset = UNSET
    timestamp: float | datetime.datetime | Unset = UNSET
    call_id: str | Unset = UNSET
    observer_class: str | Unset = UNSET
    source: str | Unset = UNSET
    turn_latency: float | Unset = UNSET
    stt_api_ms: float | None | Unset = UNSET
    stt_to_llm_ms: float | None | Unset = UNSET
    smart_turn_ms: float | None | Unset = UNSET
    llm_api_ms: float | None | Unset = UNSET
    llm_to_tts_ms: float | None | Unset = UNSET
    tts_api_ms: float | None | Unset = UNSET
    tts_to_audio_ms: float | None | Unset = UNSET
    total_turn_ms: float | None | Unset = UNSET
    turn_index: int | Unset = UNSET
    interrupted: bool | Unset = UNSET
    smart_turn_enabled: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("event_type",))
    _CONSTANTS = {"event_type": "turn_latency"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "event_type": self.event_type,
                "event_id": self.event_id,
                "timestamp": self.timestamp,
                "call_id": self.call_id,
                "observer_class": self.observer_class,
                "source": self.source,
                "turn_latency": self.turn_latency,
                "stt_api_ms": self.stt_api_ms,
                "stt_to_llm_ms": self.stt_to_llm_ms,
                "smart_turn_ms": self.smart_turn_ms,
                "llm_api_ms": self.llm_api_ms,
                "llm_to_tts_ms": self.llm_to_tts_ms,
                "tts_api_ms": self.tts_api_ms,
                "tts_to_audio_ms": self.tts_to_audio_ms,
                "total_turn_ms": self.total_turn_ms,
                "turn_index": self.turn_index,
                "interrupted": self.interrupted,
                "smart_turn_enabled": self.smart_turn_enabled,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            event_type=rest.pop("event_type", UNSET),
            event_id=rest.pop("event_id", UNSET),
            timestamp=timestamp(rest.pop("timestamp", UNSET)),
            call_id=rest.pop("call_id", UNSET),
            observer_class=rest.pop("observer_class", UNSET),
            source=rest.pop("source", UNSET),
            turn_latency=rest.pop("turn_latency", UNSET),
            stt_api_ms=rest.pop("stt_api_ms", UNSET),
            stt_to_llm_ms=rest.pop("stt_to_llm_ms", UNSET),
            smart_turn_ms=rest.pop("smart_turn_ms", UNSET),
            llm_api_ms=rest.pop("llm_api_ms", UNSET),
            llm_to_tts_ms=rest.pop("llm_to_tts_ms", UNSET),
            tts_api_ms=rest.pop("tts_api_ms", UNSET),
            tts_to_audio_ms=rest.pop("tts_to_audio_ms", UNSET),
            total_turn_ms=rest.pop("total_turn_ms", UNSET),
            turn_index=rest.pop("turn_index", UNSET),
            interrupted=rest.pop("interrupted", UNSET),
            smart_turn_enabled=rest.pop("smart_turn_enabled", UNSET),
        )
        result.additional_properties = rest
        return result

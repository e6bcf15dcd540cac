from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class VersionBlocks(Model):
    """The stored settings, an id for each group.

    Attributes:
        workflow_prompt: The prompt.
        workflow_tools: The tools.
        workflow_graph: The graph.
        llm: The language model.
        voice: The voice.
        language: The languages.
        call_handling: The course of a call.
        detection: Detection of turns and machines.
        analytics: Post-call analytics.
        timeouts: Limits of time.
        audio: Sound.
        privacy: Protection of data.
        widget: The widget.
        playbooks: The playbooks.
    """

    workflow_prompt: str | Unset = UNSET
    workflow_tools: str | Unset = UNSET
    workflow_graph: str | Unset = UNSET
    llm: str | Unset = UNSET
    voice: str | Unset = UNSET
    language: str | Unset = UNSET
    call_handling: str | Unset = UNSET
    detection: str | Unset = UNSET
    analytics: str | Unset = UNSET
    timeouts: str | Unset = UNSET
    audio: str | Unset = UNSET
    privacy: str | Unset = UNSET
    widget: str | Unset = UNSET
    playbooks: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "workflow_prompt": self.workflow_prompt,
                "workflow_tools": self.workflow_tools,
                "workflow_graph": self.workflow_graph,
                "llm": self.llm,
                "voice": self.voice,
                "language": self.language,
                "call_handling": self.call_handling,
                "detection": self.detection,
                "analytics": self.analytics,
                "timeouts": self.timeouts,
                "audio": self.audio,
                "privacy": self.privacy,
                "widget": self.widget,
                "playbooks": self.playbooks,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            workflow_prompt=rest.pop("workflow_prompt", UNSET),
            workflow_tools=rest.pop("workflow_tools", UNSET),
            workflow_graph=rest.pop("workflow_graph", UNSET),
            llm=rest.pop("llm", UNSET),
            voice=rest.pop("voice", UNSET),
            language=rest.pop("language", UNSET),
            call_handling=rest.pop("call_handling", UNSET),
            detection=rest.pop("detection", UNSET),
            analytics=rest.pop("analytics", UNSET),
            timeouts=rest.pop("timeouts", UNSET),
            audio=rest.pop("audio", UNSET),
            privacy=rest.pop("privacy", UNSET),
            widget=rest.pop("widget", UNSET),
            playbooks=rest.pop("playbooks", UNSET),
        )
        result.additional_properties = rest
        return result

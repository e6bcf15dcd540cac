"""The entries of a Hydra conversation: what was said, which functions were called, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from .synthesis import new_id

if TYPE_CHECKING:
    from .chat_script import Call

_CONTENT = {"user": "input_audio", "assistant": "output_audio"}


@define
class Entry:
    """One entry, from its opening to its end.

    Attributes:
        previous: The id of the entry before it; None for the first.
        kind: `message` or `function_call`.
        about: The fields that do not change.
        id: Its own id.
        status: How far it is.
    """

    previous: str | None
    kind: str
    about: dict[str, Any]
    id: str = field(factory=lambda: new_id("item"))
    status: str = "in_progress"

    def item(self) -> dict[str, Any]:
        """Return the entry as frames show it."""
        return {"id": self.id, "type": self.kind, "status": self.status, **self.about}

    def fields(self) -> dict[str, Any]:
        """Return the fields of the frame that tells of it."""
        return {"previous_item_id": self.previous, "item": self.item()}


class Entries:
    """Makes the entries of one session, each following the one before it."""

    def __init__(self) -> None:
        self._last: str | None = None

    def message(self, role: str) -> Entry:
        """Return a new message of the user or the assistant; audio has no transcript."""
        content = [{"type": _CONTENT[role], "text": None}]
        return self._add("message", {"role": role, "content": content})

    def call(self, call: Call, call_id: str) -> Entry:
        """Return a new function call."""
        about = {"role": "assistant", "call_id": call_id, "name": call.name}
        return self._add("function_call", about)

    def _add(self, kind: str, about: dict[str, Any]) -> Entry:
        entry = Entry(self._last, kind, about)
        self._last = entry.id
        return entry

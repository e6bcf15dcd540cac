"""A tool round: the functions a reply calls, and when the model may go on.

The model may call several at once, one frame each, and nothing says which is the last. It goes on
when it is asked to, once, after all results. So a round is complete when every call that was
announced has an output and nothing more has come for 0.2 s. A call that takes too long is answered
by a placeholder, and the model is asked to go on; its result follows as another item, and the model
is asked once more. Source: frames ``response.function_call_arguments.done``,
``conversation.item.create``, ``response.create``.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

PAUSE = 0.2  # seconds between the last output and the request to go on
PLACEHOLDER = (
    '{"status":"pending","note":"The function is still running. Its result will follow by itself; '
    'do not call it again."}'
)


@dataclass(slots=True)
class _Call:
    response_id: str | None
    due: float = inf  # when a placeholder takes the place of its output
    answered: bool = False  # be it by a placeholder
    abandoned: bool = False  # its turn is over: nobody waits for it


class Calls:
    """The calls of one session.

    Args:
        deadline: Seconds a call may take until a placeholder answers it.

    Attributes:
        due: When the model is to be asked to go on; infinite while there is no reason to.
    """

    def __init__(self, deadline: float) -> None:
        self.due = inf
        self._deadline = deadline
        self._calls: dict[str, _Call] = {}

    def announced(self, call_id: str, response_id: str | None) -> None:
        """Take a part of a call: its round is not complete."""
        self._calls.setdefault(call_id, _Call(response_id))
        self.due = inf

    def called(self, call_id: str, response_id: str | None, now: float) -> None:
        """Take a whole call: from now on an answer is due."""
        self.announced(call_id, response_id)
        self._calls[call_id].due = now + self._deadline

    def answered(self, call_id: str, now: float) -> bool:
        """Take an output; whether the service knows of the call."""
        call = self._calls.get(call_id)
        if call is None:
            return False
        call.answered, call.due = True, inf
        if not call.abandoned and not self.is_open:
            self.due = now + PAUSE
        return True

    def overdue(self, now: float) -> list[str]:
        """Return the calls that a placeholder is to answer now."""
        return [name for name, call in self._calls.items() if call.due <= now]

    @property
    def is_open(self) -> bool:
        """Whether a round waits for outputs."""
        return any(not call.answered and not call.abandoned for call in self._calls.values())

    @property
    def next_due(self) -> float:
        """When something is to be done: a placeholder, or the request to go on."""
        return min([self.due, *(call.due for call in self._calls.values())])

    def went_on(self) -> None:
        """Take the beginning of a reply: the model knows all outputs so far."""
        self.abandon()

    def abandon(self, response_id: str | None = None) -> None:
        """Wait no longer for the open calls, or for those of one reply: their turn is over.

        Outputs are still handed over when they come, but the model is not asked to go on.
        """
        for call in self._calls.values():
            if response_id is None or call.response_id == response_id:
                self.due = call.due = inf
                call.abandoned = call.abandoned or not call.answered

    def forget(self) -> None:
        """Forget every call: the session they were made in is gone."""
        self._calls.clear()
        self.due = inf

"""What Hydra answers in the sandbox: nothing clever, the same to the same, or what a script says.

Without a script it repeats what it has understood, which is speech that the sandbox itself has
made, or tells for how long it was spoken to; and it reads out what functions have returned.

A script is written as for Electron (see chat_script.py), in `Settings.hydra_script` or, after
`sandbox:`, among the instructions of a session, which count if they bring any:

    sandbox: Let me look. -> get_weather({"city": "Pune"}) -> get_time({"city": "Pune"})
    sandbox: It is {get_weather.temp} degrees in Pune, and {get_time} there.

Each line is one turn of the model, from the start of the session on; the line after one with calls
follows their results. After the last line the model answers as if there were no script. In what is
said, `{user}` is what was understood, `{seconds}` for how long the user spoke, `{tool}` what all
functions of the turn have returned, `{get_weather}` what that one has, and `{get_weather.temp}` a
field of it. Functions are called whether the session has declared them or not.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from .chat_script import Answer, read_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = re.compile(r"^[^\S\n]*sandbox:[^\S\n]*(.*)$", re.MULTILINE)
_FIELD = re.compile(r"\{([\w-]+)((?:\.[\w-]+)*)\}")
_NOT_SPOKEN = re.compile(r"[{}\[\]\"_\s]+")


@frozen
class Result:
    """What a called function has returned, a text, often JSON."""

    name: str
    output: str


class Mind:
    """Makes the answers of one session.

    Args:
        instructions: Those of the session, maybe with a script.
        script: The script if there is none among the instructions.

    Raises:
        ScriptError: A line of the script cannot be read.
    """

    def __init__(self, instructions: str = "", script: Sequence[str] = ()) -> None:
        self._script = [read_line(line) for line in _LINE.findall(instructions) or script]
        self._known: dict[str, str] = {}

    def open(self) -> Answer:
        """Return what is said before the user has spoken."""
        return self._scripted() or Answer("Hello. How can I help you?")

    def answer(self, seconds: float, heard: str | None = None) -> Answer:
        """Return the answer to a turn of the user.

        Args:
            seconds: How long the user spoke.
            heard: What was understood.
        """
        self._known |= {"user": heard or "", "seconds": f"{seconds:.1f}"}
        usual = f"You said: {heard}" if heard else f"I heard you for {seconds:.1f} seconds."
        return self._scripted() or Answer(usual)

    def resume(self, results: Sequence[Result]) -> Answer:
        """Return what follows the calls of a turn."""
        self._known |= {result.name: result.output for result in results}
        self._known["tool"] = " ".join(result.output for result in results)
        usual = " ".join(f"{each.name} says: {each.output}." for each in results)
        return self._scripted() or Answer(_NOT_SPOKEN.sub(" ", usual))

    def _scripted(self) -> Answer | None:
        if not self._script:
            return None
        answer = self._script.pop(0)
        return evolve(answer, text=_FIELD.sub(self._fill, answer.text))

    def _fill(self, found: re.Match[str]) -> str:
        name, path = found.groups()
        if name not in self._known:
            return found.group()
        value: Any = self._known[name]
        for part in filter(None, path.split(".")):
            value = _field(value, part)
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _field(value: Any, name: str) -> Any:
    """Return a field of an object, or of JSON that is one; "" where there is none."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return ""
    return value.get(name, "") if isinstance(value, dict) else ""

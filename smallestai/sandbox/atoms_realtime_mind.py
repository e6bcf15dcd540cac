"""What an agent answers in the sandbox: what its script says, else what the small model does.

The agent speaks first, with its first message. A script stands in its prompt, its global prompt, or
both, a line for each turn after that (see hydra_mind.py for what lines may hold):

    sandbox: Let me look. -> find_order({"id": "A7"})
    sandbox: It is {find_order.state}. Goodbye! -> end_call({})

After the last line, and without a script, it answers as Electron does here (see chat_model.py): it
uses the tools of the client that the user's words ask for, and tells what they returned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .chat_model import answer as model_answer
from .chat_script import Answer, without_script
from .hydra_mind import Mind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .atoms_realtime_tools import Tools
    from .hydra_mind import Result


class AgentMind(Mind):
    """Makes the answers of one session.

    Args:
        prompt: What the agent was told, maybe with a script.
        greeting: What it says first.
        tools: What it can use.

    Raises:
        ScriptError: A line of the script cannot be read.
    """

    def __init__(self, prompt: str, greeting: str, tools: Tools) -> None:
        super().__init__(prompt)
        self._greeting = greeting
        self._tools = tools
        self._messages: list[dict[str, Any]] = [
            {"role": "system", "content": without_script(prompt)}
        ]

    def open(self) -> Answer:
        """Return what is said before the user has spoken."""
        return self._said(Answer(self._greeting))

    def answer(self, seconds: float, heard: str | None = None) -> Answer:
        """Return the answer to a turn of the user; see `Mind.answer`."""
        self._known |= {"user": heard or "", "seconds": f"{seconds:.1f}"}
        self._messages.append({"role": "user", "content": heard or ""})
        scripted = self._scripted()
        if scripted is None and heard is None:
            return self._said(Answer(f"I heard you for {seconds:.1f} seconds."))
        return self._said(scripted or self._modelled())

    def resume(self, results: Sequence[Result]) -> Answer:
        """Return what follows the calls of a turn."""
        self._known |= {result.name: result.output for result in results}
        self._known["tool"] = " ".join(result.output for result in results)
        self._messages += [{"role": "tool", "content": result.output} for result in results]
        return self._said(self._scripted() or self._modelled())

    def _modelled(self) -> Answer:
        return model_answer({"messages": self._messages, "tools": self._tools.schemas()})

    def _said(self, said: Answer) -> Answer:
        self._messages.append({"role": "assistant", "content": said.text})
        return said

"""Agents: the operations, and changing one in a single step.

The settings of an agent are kept in versions. To change them takes a draft, its publication as the
head of a branch, and making that branch the one that takes the calls: `Agents.edit` does all three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai_atoms.api.agents import Agents as Operations
from smallestai_atoms.api.agents import AsyncAgents as AsyncOperations

if TYPE_CHECKING:
    from smallestai.atoms._sending import AsyncSender, Sender
    from smallestai.atoms.drafts import AgentDraft, AsyncAgentDraft

__all__ = ["Agents", "AsyncAgents"]

_SCAN_SECONDS = 120.0


class Agents(Operations):
    """`client.atoms.agents`."""

    def __init__(self, send: Sender) -> None:
        super().__init__(send)
        self._sender = send

    def edit(
        self,
        agent_id: str,
        *,
        branch_id: str | None = None,
        label: str | None = None,
        publish: bool = True,
        activate: bool = True,
        resume: bool = False,
        timeout: float = _SCAN_SECONDS,
    ) -> AgentDraft:
        """Change the settings of an agent, publish them, and have it take calls with them.

            with client.atoms.agents.edit(agent_id, label="formal tone") as draft:
                draft.update(global_prompt="Speak formally.")
                print(draft.diff())

        The changes are collected and sent at the end of the block. When the block raises, nothing
        is sent.

        Args:
            agent_id: Id of the agent.
            branch_id: Id of the branch to change; the one that takes the calls when left out.
            label: Label of the new revision, at most 200 characters.
            publish: Whether to publish the draft; otherwise it is saved and stays open.
            activate: Whether to have the agent take calls with the branch. A branch that takes the
                calls already takes them with what is published on it.
            resume: Whether to go on from a draft that is open already; its edits are published too.
                Without it, an open draft is an error.
            timeout: Seconds for the security check before the publication, where there is one.

        Returns:
            The draft, to be used in a ``with`` block.

        Raises:
            ArgumentError: A setting or the branch is not known, the label too long or the timeout
                no number above 0; nothing was sent.
            LocalProtocolError: The branch has an open draft already.
            ConflictError: Somebody changed the draft meanwhile, or the check refused it. This and
                every other error of the last steps has the changes on ``error.unpublished``, and
                says how far they came.
            FrozenError: The agent is frozen.
            APITimeoutError: The check took too long; the publication goes on.

        Source: operations `agentVersioningBranchesList`, `updateDraft`,
        `agentVersioningBranchesPublishDraft` and `makeLive`.
        """
        from smallestai.atoms._edits import Edit
        from smallestai.atoms.drafts import AgentDraft

        edit = Edit(agent_id, branch_id, resume=resume)
        return AgentDraft(self, edit, label, timeout, publish=publish, activate=activate)


class AsyncAgents(AsyncOperations):
    """`client.atoms.agents` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, send: AsyncSender) -> None:
        super().__init__(send)
        self._sender = send

    def edit(
        self,
        agent_id: str,
        *,
        branch_id: str | None = None,
        label: str | None = None,
        publish: bool = True,
        activate: bool = True,
        resume: bool = False,
        timeout: float = _SCAN_SECONDS,
    ) -> AsyncAgentDraft:
        """Change the settings of an agent in an ``async with`` block; see `Agents.edit`."""
        from smallestai.atoms._edits import Edit
        from smallestai.atoms.drafts import AsyncAgentDraft

        edit = Edit(agent_id, branch_id, resume=resume)
        return AsyncAgentDraft(self, edit, label, timeout, publish=publish, activate=activate)

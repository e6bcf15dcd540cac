"""Drafts of agents: changed in a block, and saved, published and made live at its end.

`client.atoms.agents.edit` makes them. Blocking and async, side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, Unpack

from smallestai_atoms.types import UNSET

from smallestai._config import Timeout
from smallestai.atoms._edits import AgentSettings, Edit, is_gone
from smallestai.errors import APIError, ArgumentError, LocalProtocolError

if TYPE_CHECKING:
    from types import TracebackType

    from smallestai_atoms.api.agent_versioning_branches import (
        AgentVersioningBranches,
        AsyncAgentVersioningBranches,
    )

    from smallestai.atoms._sending import AsyncSender, Sender
    from smallestai.atoms.agents import Agents, AsyncAgents

__all__ = ["AgentDraft", "AgentSettings", "AsyncAgentDraft"]

_LONGEST_LABEL = 200
_NOTHING = "Nothing was saved and nothing is published"
_SAVED = "It is saved in the branch's draft, and not published"
_PUBLISHED = "It is published, and the agent takes no calls with it yet"


class AgentDraft:
    """A change of an agent's settings; see `Agents.edit`. For one thread, in one ``with`` block."""

    def __init__(
        self,
        agents: Agents,
        edit: Edit,
        label: str | None,
        timeout: float,
        *,
        publish: bool,
        activate: bool,
    ) -> None:
        _check_ending(label, timeout)
        self._agents = agents
        self._sender: Sender = agents._sender
        self._edit = edit
        self._label = label
        self._timeout = timeout
        self._publish = publish
        self._activate = activate
        self._is_open = False

    def __enter__(self) -> Self:
        edit, branches = self._edit, self._branches()
        edit.choose(getattr(branches.list(edit.agent_id).data, "branches", None))
        head = self._agents.get_agent(edit.agent_id, **_head(edit)).data
        draft, latest = None, None
        if edit.draft_id:
            draft = self._agents.get_agent(edit.agent_id, draft_id=edit.draft_id).data
            latest = branches.get_draft(edit.agent_id, edit.branch_id).data
        edit.began(head, draft, getattr(latest, "latest", None))
        self._is_open = True
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._is_open = False
        if kind is None and self._edit.has_news:
            self._save()
            if self._publish:
                self._published()

    @property
    def branch_id(self) -> str:
        """Id of the branch that is changed."""
        return self._edit.branch_id

    @property
    def is_published(self) -> bool:
        """Whether the changes are the head of the branch."""
        return self._edit.is_published

    def update(self, **settings: Unpack[AgentSettings]) -> None:
        """Change settings. Nothing is sent before the end of the block, or `save`.

        Raises:
            ArgumentError: There is no such setting.
            LocalProtocolError: The block has ended, or has not begun.
        """
        _check_open(self._is_open)
        self._edit.update(dict(settings))

    def diff(self) -> str:
        """Return how the draft differs from what is published: a unified diff of JSON."""
        _check_open(self._is_open)
        return self._edit.diff()

    def save(self) -> None:
        """Save the changes in the branch's draft now, for a test call with it.

        Raises:
            ConflictError: Somebody changed the draft meanwhile.
            APIError: The service refused the changes.
        """
        _check_open(self._is_open)
        self._save()

    def _branches(self) -> AgentVersioningBranches:
        from smallestai_atoms.api.agent_versioning_branches import AgentVersioningBranches

        return AgentVersioningBranches(self._sender)

    def _save(self) -> None:
        edit = self._edit
        if edit.is_saved or not edit.changes:
            return
        with edit.stage(_NOTHING):
            answer = self._branches().update_draft(
                edit.agent_id, edit.branch_id, **edit.arguments()
            )
        edit.saved(answer.data)

    def _published(self) -> None:
        edit, branches = self._edit, self._branches()
        with edit.stage(_SAVED):
            answer = branches.publish_draft(
                edit.agent_id, edit.branch_id, label=self._label or UNSET
            )
            if not edit.published(answer):
                self._await_scan()
        if self._activate and not edit.is_live:
            with edit.stage(_PUBLISHED):
                branches.make_live(edit.agent_id, edit.branch_id)
            edit.is_live = True

    def _await_scan(self) -> None:
        from smallestai.atoms._waiting import Watch, wait

        edit, transport = self._edit, self._sender.transport

        def look(options: Any) -> bool:
            place = (edit.agent_id, edit.branch_id)
            try:
                draft: Any = self._branches().get_draft(*place, request_options=options).data
            except APIError as error:
                if not is_gone(error):
                    raise
                draft = None
            return edit.scanned(self._branches().get(*place, request_options=options).data, draft)

        what = f"the security check of the draft of the agent {edit.agent_id}"
        wait(transport, look, Watch(what, self._timeout, bool, transport.config), None)


class AsyncAgentDraft:
    """The same as `AgentDraft`, for one task, in one ``async with`` block."""

    def __init__(
        self,
        agents: AsyncAgents,
        edit: Edit,
        label: str | None,
        timeout: float,
        *,
        publish: bool,
        activate: bool,
    ) -> None:
        _check_ending(label, timeout)
        self._agents = agents
        self._sender: AsyncSender = agents._sender
        self._edit = edit
        self._label = label
        self._timeout = timeout
        self._publish = publish
        self._activate = activate
        self._is_open = False

    async def __aenter__(self) -> Self:
        edit, branches = self._edit, self._branches()
        edit.choose(getattr((await branches.list(edit.agent_id)).data, "branches", None))
        head = (await self._agents.get_agent(edit.agent_id, **_head(edit))).data
        draft, latest = None, None
        if edit.draft_id:
            draft = (await self._agents.get_agent(edit.agent_id, draft_id=edit.draft_id)).data
            latest = (await branches.get_draft(edit.agent_id, edit.branch_id)).data
        edit.began(head, draft, getattr(latest, "latest", None))
        self._is_open = True
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._is_open = False
        if kind is None and self._edit.has_news:
            await self._save()
            if self._publish:
                await self._published()

    @property
    def branch_id(self) -> str:
        """Id of the branch that is changed."""
        return self._edit.branch_id

    @property
    def is_published(self) -> bool:
        """Whether the changes are the head of the branch."""
        return self._edit.is_published

    def update(self, **settings: Unpack[AgentSettings]) -> None:
        """Change settings; see `AgentDraft.update`. This sends nothing, and is not awaited."""
        _check_open(self._is_open)
        self._edit.update(dict(settings))

    def diff(self) -> str:
        """Return how the draft differs from what is published; see `AgentDraft.diff`."""
        _check_open(self._is_open)
        return self._edit.diff()

    async def save(self) -> None:
        """Save the changes in the branch's draft now; see `AgentDraft.save`."""
        _check_open(self._is_open)
        await self._save()

    def _branches(self) -> AsyncAgentVersioningBranches:
        from smallestai_atoms.api.agent_versioning_branches import AsyncAgentVersioningBranches

        return AsyncAgentVersioningBranches(self._sender)

    async def _save(self) -> None:
        edit = self._edit
        if edit.is_saved or not edit.changes:
            return
        with edit.stage(_NOTHING):
            answer = await self._branches().update_draft(
                edit.agent_id, edit.branch_id, **edit.arguments()
            )
        edit.saved(answer.data)

    async def _published(self) -> None:
        edit, branches = self._edit, self._branches()
        with edit.stage(_SAVED):
            answer = await branches.publish_draft(
                edit.agent_id, edit.branch_id, label=self._label or UNSET
            )
            if not edit.published(answer):
                await self._await_scan()
        if self._activate and not edit.is_live:
            with edit.stage(_PUBLISHED):
                await branches.make_live(edit.agent_id, edit.branch_id)
            edit.is_live = True

    async def _await_scan(self) -> None:
        from smallestai.atoms._waiting import Watch, async_wait

        edit, transport = self._edit, self._sender.transport

        async def look(options: Any) -> bool:
            place = (edit.agent_id, edit.branch_id)
            try:
                draft: Any = (
                    await self._branches().get_draft(*place, request_options=options)
                ).data
            except APIError as error:
                if not is_gone(error):
                    raise
                draft = None
            branch = (await self._branches().get(*place, request_options=options)).data
            return edit.scanned(branch, draft)

        what = f"the security check of the draft of the agent {edit.agent_id}"
        await async_wait(transport, look, Watch(what, self._timeout, bool, transport.config), None)


def _head(edit: Edit) -> dict[str, Any]:
    """Return the arguments that show the settings of the branch's head."""
    return {} if edit.is_live or edit.head_id is None else {"version_id": edit.head_id}


def _check_ending(label: str | None, timeout: float) -> None:
    """Check what is needed at the end of the block only: by then the changes are saved."""
    Timeout.of(timeout)
    if label is not None and not (isinstance(label, str) and len(label) <= _LONGEST_LABEL):
        remedy = f"must be a text of at most {_LONGEST_LABEL} characters"
        raise ArgumentError("label", label, remedy)


def _check_open(is_open: bool) -> None:
    if not is_open:
        raise LocalProtocolError("the draft is changed within its with block")

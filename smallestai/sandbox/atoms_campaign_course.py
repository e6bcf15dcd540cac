"""The course of a campaign: whom it has called, whom it still has to call, and how far it is.

Nothing runs meanwhile. What is due by now (a start that was set for a time, a further attempt to
reach somebody) is done when the campaign is next looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from .atoms_dialling import cancel_all, place_all
from .atoms_dnc import is_blocked
from .atoms_figures import Figures, figures
from .atoms_members import number_of
from .atoms_records import AGENTS, AUDIENCES, CAMPAIGNS, MEMBERS, NUMBERS
from .replies import timestamp
from .store import new_id
from .times import read_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .state import State
    from .store import Document

_UNREACHED = ("no_answer", "failed")


@frozen
class Attempts:
    """The calls of a campaign to one number.

    Attributes:
        member: Whom they were to.
        number: The number.
        calls: The calls, first one first; those that were called off are not among them.
    """

    member: Document
    number: str
    calls: Sequence[Figures]

    @property
    def pending(self) -> bool:
        """Whether there was no call yet."""
        return not self.calls

    def due(self, campaign: Document, now: float, scale: float) -> bool:
        """Return whether it is time for another call to somebody who was not reached."""
        if not self.repeatable(campaign):
            return False
        last = self.calls[-1].call
        wait = campaign.body["retryDelay"] * 60 * scale
        return bool(last.created + wait <= now)

    def repeatable(self, campaign: Document) -> bool:
        """Return whether there may be another call to somebody who was not reached."""
        return (
            bool(self.calls)
            and self.calls[-1].status in _UNREACHED
            and len(self.calls) <= campaign.body["maxRetries"]
        )


def attempts(state: State, campaign: Document) -> Sequence[Attempts]:
    """Return what a campaign has done for each member of its audience that may be called."""
    audience = state.store.get(AUDIENCES, campaign.body["audienceId"])
    if audience is None:
        return ()
    made: dict[str, list[Figures]] = {}
    for call in figures(state, {"campaignId": campaign.id}):
        if call.status != "cancelled":
            made.setdefault(str(call.of("audienceMemberId")), []).append(call)
    members = state.store.list(MEMBERS, where={"audienceId": audience.id})
    return [
        Attempts(member, number_of(audience, member), made.get(member.id, [])) for member in members
    ]


def settle(state: State, campaign: Document) -> Document:
    """Do what a campaign should have done by now; return what it is then."""
    phase = campaign.body["phase"]
    if phase == "scheduled" and (read_time(campaign.body["scheduledAt"]) or 0) <= state.clock():
        return start(state, campaign, "schedule")
    if phase == "started":
        now, scale = state.clock(), state.settings.time_scale
        due = [one for one in attempts(state, campaign) if one.due(campaign, now, scale)]
        _dial(state, campaign, due)
    return campaign


def start(state: State, campaign: Document, source: str) -> Document:
    """Call all who were not called yet."""
    resumed = campaign.body["startedAt"] is not None
    changes = {
        "phase": "started",
        "startedAt": campaign.body["startedAt"] or state.clock(),
        "pausedAt": None,
    }
    started = _noted(state, campaign, source, "resumed" if resumed else "started", changes)
    _dial(state, started, [one for one in attempts(state, started) if one.pending])
    return started


def pause(state: State, campaign: Document) -> Document:
    """Call off the calls that nobody has taken yet; those under way go on."""
    waiting = [one for one in figures(state, {"campaignId": campaign.id}) if one.waiting]
    cancel_all(state, (one.call for one in waiting), "campaign_paused")
    changes = {
        "phase": "paused",
        "pausedAt": timestamp(state.clock()),
        "cancelledCallsCount": campaign.body["cancelledCallsCount"] + len(waiting),
    }
    return _noted(state, campaign, "user", "paused", changes)


def status_of(state: State, campaign: Document) -> str:
    """Return how far a campaign is, in the service's word."""
    campaign = settle(state, campaign)
    phase = str(campaign.body["phase"])
    if phase != "started":
        return phase
    calls = [call for one in attempts(state, campaign) for call in one.calls]
    if all(call.over for call in calls):
        left = [one for one in attempts(state, campaign) if one.repeatable(campaign)]
        return "running" if left else "completed"
    begun = any(call.over or call.answered for call in calls)
    return "running" if begun else "processing"


def _dial(state: State, campaign: Document, whom: Sequence[Attempts]) -> None:
    agent = state.store.get(AGENTS, campaign.body["agentId"])
    if agent is None:
        raise LookupError(f"campaign {campaign.id} has lost its agent")
    host = campaign.body.get("host", "127.0.0.1")
    callers = _callers(state, campaign)
    called = [one for one in whom if not is_blocked(state, one.number)]
    calls = [
        (
            one.number,
            one.member.body["data"],
            {
                "campaignId": campaign.id,
                "host": host,
                "audienceMemberId": one.member.id,
                **_repetition(one),
                **({"from": callers[index % len(callers)]} if callers else {}),
            },
        )
        for index, one in enumerate(called)
    ]
    if calls:
        place_all(state, agent, calls)


def _repetition(one: Attempts) -> dict[str, Any]:
    """Return which call a further attempt repeats, and which attempt it is."""
    if one.pending:
        return {}
    return {"retryCallId": one.calls[0].of("callId"), "retryAttemptNumber": len(one.calls)}


def _callers(state: State, campaign: Document) -> Sequence[str]:
    """Return the numbers that a campaign calls from in turn; none for the agent's own."""
    found = [state.store.get(NUMBERS, each) for each in campaign.body["phoneNumberIds"]]
    return [each.body["attributes"]["phoneNumber"] for each in found if each is not None]


def _noted(
    state: State, campaign: Document, source: str, action: str, changes: dict[str, Any]
) -> Document:
    moment = timestamp(state.clock())
    event = {
        "_id": new_id(state.clock()),
        "triggerSource": source,
        "eventAction": action,
        "createdAt": moment,
        "updatedAt": moment,
    }
    noted = {**changes, "events": [*campaign.body["events"], event]}
    return state.store.update(CAMPAIGNS, campaign.id, noted) or campaign

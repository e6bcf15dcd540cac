"""What came of a campaign, to take away: as one object, or as tables in CSV that are streamed."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, StreamingResponse

from .atoms_campaign_course import Attempts, attempts
from .atoms_figures import Figures, figures
from .replies import timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from starlette.responses import Response

    from .state import State
    from .store import Document

_LOG_COLUMNS = (
    *("callId", "agentId", "from", "to", "type", "status", "duration", "cost"),
    *("disconnectionReason", "createdAt"),
)
_RESULT_COLUMNS = (
    *("audienceMemberId", "phoneNumber", "finalStatus", "totalAttempts"),
    *("totalCallDuration", "totalCallCost"),
)
_UNCALLED = "not_called"


def results(state: State, campaign: Document) -> Response:
    """Answer with what came of a campaign for everybody in its audience."""
    found = [_result(one) for one in attempts(state, campaign)]
    return JSONResponse(
        {
            "campaign": campaign.body["name"],
            "exportedAt": timestamp(state.clock()),
            "totalAudienceMembers": len(found),
            "data": found,
        }
    )


def results_table(state: State, campaign: Document) -> Response:
    """Answer with the same as a table; the audience's own columns come last."""
    found = [_result(one) for one in attempts(state, campaign)]
    own = list(dict.fromkeys(name for each in found for name in each["audienceMemberData"]))
    rows = (
        [*(each[name] for name in _RESULT_COLUMNS)]
        + [each["audienceMemberData"].get(name, "") for name in own]
        for each in found
    )
    return _table(f"campaign-{campaign.id}-results.csv", [*_RESULT_COLUMNS, *own], rows)


def logs(state: State, campaign: Document) -> Response:
    """Answer with a table that has one row for each call of a campaign."""
    calls = figures(state, {"campaignId": campaign.id})
    rows = ([_log(call)[name] for name in _LOG_COLUMNS] for call in calls)
    return _table(f"campaign-{campaign.id}-logs.csv", _LOG_COLUMNS, rows)


def _result(one: Attempts) -> dict[str, Any]:
    calls = [_log(call) for call in one.calls]
    return {
        "audienceMemberId": one.member.id,
        "audienceMemberData": one.member.body["data"],
        "phoneNumber": one.number,
        "originalCall": calls[0] if calls else None,
        "retryAttempts": calls[1:],
        "totalAttempts": len(calls),
        "finalStatus": calls[-1]["status"] if calls else _UNCALLED,
        "totalCallDuration": round(sum(call["duration"] for call in calls), 3),
        "totalCallCost": round(sum(call["cost"] for call in calls), 5),
    }


def _log(figures: Figures) -> dict[str, Any]:
    names = ("callId", "agentId", "from", "to", "type")
    return {
        **{name: figures.of(name) for name in names},
        "status": figures.status,
        "duration": figures.seconds,
        "cost": figures.cost,
        "disconnectionReason": figures.reason,
        "createdAt": timestamp(figures.call.created),
    }


def _table(name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_lines(columns, rows), media_type="text/csv", headers=headers)


def _lines(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield _line(columns)
    for row in rows:
        yield _line(row)


def _line(values: Sequence[Any]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()

"""Links to other systems: what happens around calls there, and the accounts used for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse

from .atoms_account import ORGANIZATION
from .atoms_pages import Query, matching, page
from .atoms_plan import require_feature
from .atoms_records import require_agent
from .atoms_resources import Resource
from .operations import Inputs, operation
from .replies import atoms_success

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

PATH = "/atoms/v1/call-actions"
_INTEGRATIONS = "integrations"
_WEBENGAGE = "webengage"
_SHOWN_OF_KEY = 4


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of call actions and integrations."""
    one = f"{PATH}/{{id}}"
    handlers = {
        f"GET {PATH}": _ACTION.list(_page, where=lambda inputs: {"agentId": _agent(inputs)}),
        f"POST {PATH}": _ACTION.create(check=_require_agent),
        f"GET {one}": _ACTION.get(),
        f"PUT {one}": _ACTION.update(fixed=("agentId",)),
        f"DELETE {one}": _ACTION.delete(_deleted),
        "POST /atoms/v1/integration/modify-webengage-integration": _modify,
        "GET /atoms/v1/integration/get-webengage-details": _details,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


_ACTION = Resource(
    noun="Call action",
    collection="call_actions",
    fields={
        "agentId": ...,
        "category": ...,
        "provider": ...,
        "action_type": "create",
        "object": None,
        "config": ...,
    },
    reply=atoms_success,
    feature="integrations",
)


def _agent(inputs: Inputs) -> str:
    agent_id: str = inputs.query["agentId"]
    return agent_id


def _require_agent(state: State, body: Mapping[str, Any]) -> None:
    require_agent(state, body["agentId"])


def _page(entries: Sequence[dict[str, Any]], query: Query) -> dict[str, Any]:
    names = {"category": "category", "provider": "provider"}
    listed = page(matching(entries, query, names)[::-1], query, "limit", 10)
    return {
        "callActions": listed.items,
        "totalCount": listed.total,
        "page": listed.number,
        "limit": listed.size,
    }


def _deleted() -> Response:
    return atoms_success({"message": "Call action deleted"})


def _modify(state: State, inputs: Inputs) -> Response:
    require_feature(state, "integrations")
    sets = {"integrationSets": inputs.body["integrationSets"]}
    if state.store.update(_INTEGRATIONS, _WEBENGAGE, sets) is None:
        state.store.insert(_INTEGRATIONS, sets, document_id=_WEBENGAGE)
    return _integration(state, "Integration updated")


def _details(state: State, _: Inputs) -> Response:
    return _integration(state, "Integration found")


def _integration(state: State, message: str) -> Response:
    """Answer with the accounts; of a key only the end is ever shown again."""
    found = state.store.get(_INTEGRATIONS, _WEBENGAGE)
    sets = [] if found is None else found.body["integrationSets"]
    shown = [{**each, "apiKey": f"****{each['apiKey'][-_SHOWN_OF_KEY:]}"} for each in sets]
    data = {"organizationId": ORGANIZATION, "integrationSets": shown}
    return JSONResponse({"message": message, "data": data})

"""Every operation of Atoms, called through our client and judged by the specification."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
from smallestai_atoms.types import UNSET

from smallestai import ConflictError

from .calls import WORLDS, call, needed, operations
from .contract import CONTRACTS, UNNAMED
from .world import NUMBER, NUMBERS, World, application, deed, people

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Judged

OPERATIONS = {one.data["operationId"]: one for one in operations("atoms")}
RETIRED = {"agent_versioning_drafts", "agent_versioning_versions"}
"""Namespaces whose every operation the service refuses, since there are branches."""

OWN = {
    "agents": "agent",
    "widget": "agent",
    "agent_versioning_branches": "agent",
    "agent_versioning_revisions": "agent",
    "agent_versioning_drafts": "agent",
    "agent_versioning_versions": "agent",
    "audience": "audience",
    "call_actions": "action",
    "calls": "call",
    "campaigns": "campaign",
    "compliance": "application",
    "knowledge_base": "base",
    "webhooks": "webhook",
}
"""Whose id a namespace means by `id`."""

NAMED = {
    "agent_id": "agent",
    "audience_id": "audience",
    "branch_id": "branch",
    "source_branch_id": "branch",
    "revision_id": "revision",
    "version_id": "revision",
    "draft_id": "revision",
    "call_id": "call",
    "knowledge_base_id": "base",
    "knowledge_base_item_id": "item",
    "knowledge_base_scraped_urls_id": "page",
    "product_id": "number",
    "target_organization_id": "organization",
    "template_id": "template",
    "webhook_id": "webhook",
}
"""Whose id an argument means."""


def publishing(world: World) -> dict[str, Any]:
    """Begin a publication and leave it under way."""
    world.draft()
    world.atoms.agent_versioning_branches.publish_draft(id=world.agent, branch_id=world.branch)
    return {}


def drafted(world: World) -> dict[str, Any]:
    """Have a draft."""
    world.draft()
    return {}


def started(world: World) -> dict[str, Any]:
    """Have the campaign under way."""
    world.atoms.campaigns.start_or_resume(id=world.campaign)
    return {}


def recorded(world: World) -> dict[str, Any]:
    """Wait until a call has ended."""
    world.atoms.calls.wait(world.call, timeout=30.0)
    return {"call_id": world.call}


def upload(world: World) -> dict[str, Any]:
    """Return a file that is to be sent to the store."""
    return {"file_name": "a.txt", "file_size": 3, "content_type": "text/plain"}


def uploaded(world: World) -> dict[str, Any]:
    """Send a file to the store."""
    told = upload(world)
    place = world.atoms.knowledge_base.get_upload_url(knowledge_base_id=world.base, **told).data
    headers = {"Content-Type": "text/plain"}
    sent = httpx.put(str(place.url), content=b"tea", headers=headers, trust_env=False)
    assert sent.status_code == 200
    return {**told, "key": place.key}


ASKED: dict[str, Callable[[World], dict[str, Any]]] = {
    "agentVersioningBranchesArchive": lambda world: {"branch_id": world.trial},
    "agentVersioningBranchesDiscardDraft": drafted,
    "agentVersioningBranchesGetDraft": drafted,
    "agentVersioningBranchesPublishDraft": drafted,
    "agentVersioningRevisionsDiff": lambda world: {"a": world.revision, "b": world.revision},
    "audienceCreate": lambda _: {
        "name": "Others",
        "phone_number_column_name": "phone",
        "file": people(),
    },
    "callsSearch": lambda world: {"call_ids": [world.call]},
    "campaignsPause": started,
    "cancelPublish": publishing,
    "promptScoringScore": lambda world: {"draft_id": UNSET, "version_id": world.revision},
    "updateConcurrencyReservations": lambda world: {
        "reservations": [
            {"agentId": world.agent, "webcall": 0, "outbound": 0, "inbound": 0, "chat": 0}
        ]
    },
    "completeUpload": uploaded,
    "complianceResubmit": lambda _: {"documents": "[]", "files": [deed()]},
    "complianceSubmit": lambda _: application(),
    "createAgentWithAi": lambda _: {"name": "Desk"},
    "getAgentAvatarPresignedUrl": lambda _: {
        "file_name": "face.png",
        "content_type": "image/png",
        "file_size": 9,
    },
    "getInvoicePdf": lambda world: {
        "invoice_id": world.atoms.billing.list_invoices().to_dict()["data"][0]["id"]
    },
    "getRecordingDownloadUrl": recorded,
    "getUploadUrl": upload,
    "importSip": lambda _: {"phone_number": next(NUMBERS), "sip_termination_url": "sip.test"},
    "phoneNumbersRent": lambda _: {"phone_number": next(NUMBERS), "provider": "plivo"},
    "removeMembers": lambda world: {"member_ids": [world.member]},
    "searchMembers": lambda _: {"query": "ada"},
    "searchRentable": lambda _: {"country_code": "US"},
    "startOutboundCall": lambda _: {"phone_number": NUMBER},
    "updateWorkflowConfiguration": lambda world: {
        "id": world.workflow,
        "type_": "single_prompt",
        "single_prompt_config": {"prompt": "Be kind."},
    },
    "uploadMedia": lambda _: {"media": deed()},
    "webhooksCreate": lambda world: {
        "endpoint": "http://127.0.0.1:9/hook",
        "events": [{"agentId": world.agent, "eventType": "post-conversation"}],
    },
}
"""What the first values that a schema allows would not do for, and what must be done before."""

SWIFT = {"cancelPublish", "complianceResubmit", "getRecordingDownloadUrl"}
"""What needs a call that has ended, or something that is still under way."""


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")
def test_an_operation_keeps_its_contract(
    name: str, world: str, request: pytest.FixtureRequest
) -> None:
    """Request and reply are what the specification says, and the reply is a success."""
    one = OPERATIONS[name]
    judged: Judged = request.getfixturevalue("swift" if name in SWIFT else "judged")
    with judged.client() as client:
        given = arguments(name, World(client))
    if one.tag in RETIRED:
        with pytest.raises(ConflictError):
            call(one, given, judged, world)
    else:
        call(one, given, judged, world)
    asked, status = judged.seen[-1]
    assert (asked, status // 100) == (name, 4 if one.tag in RETIRED else 2)
    assert judged.unnamed <= UNNAMED


def arguments(name: str, world: World) -> dict[str, Any]:
    """Return the arguments of an operation, ids of things that there are among them."""
    one = OPERATIONS[name]
    asked = ASKED.get(name, lambda _: {})(world)
    given = needed(one) | asked
    for wanted in given.keys() - asked:
        thing = OWN.get(one.tag) if wanted == "id" else NAMED.get(wanted)
        if thing:
            given[wanted] = getattr(world, thing)
    return given


def test_a_call_can_be_followed(judged: Judged) -> None:
    """What has no generated method is asked for by the hand-written client."""
    with judged.client() as client:
        call_id = World(client).call
        with client.atoms.live_events.stream(call_id) as events:
            next(events)
    assert ("subscribeToLiveEvents", 200) in judged.seen


def test_nothing_is_left_out() -> None:
    """Every operation of the specification is called by one of the tests above."""
    assert {*OPERATIONS, "subscribeToLiveEvents"} == set(CONTRACTS["atoms"].operations)

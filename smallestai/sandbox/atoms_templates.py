"""Ready-made agents to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from .atoms_records import create_agent
from .operations import Inputs, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

_REGIONS = {"us": "US", "in": "India"}
_END_CALL = {
    "type": "end_call",
    "name": "end_call",
    "description": "Ends the call once the caller has said goodbye.",
}


@frozen
class Template:
    """An agent to start from."""

    id: str
    name: str
    industry: str
    use_case: str
    call_type: str
    region: str
    language: str
    prompt: str
    trending: bool = False

    def present(self) -> dict[str, Any]:
        """Return the template as the service shows it."""
        return {
            "_id": self.id,
            "id": self.name.lower().replace(" ", "-"),
            "name": self.name,
            "description": f"{self.use_case} for {self.industry.lower()}.",
            "avatarUrl": "",
            "referenceUrl": "",
            "industry": self.industry,
            "useCase": self.use_case,
            "callType": self.call_type,
            "workflowType": "SINGLE_PROMPT",
            "region": self.region,
            "trending": self.trending,
            "defaultLanguage": self.language,
            "singlePromptConfig": {"_id": self.id, "prompt": self.prompt, "tools": [_END_CALL]},
        }


TEMPLATES = (
    Template(
        *("65b000000000000000000001", "Receptionist", "Small business", "Answering calls"),
        *("Inbound", "US", "English"),
        prompt="Greet the caller, find out what they need, and take a message.",
        trending=True,
    ),
    Template(
        *("65b000000000000000000002", "Appointment Desk", "Healthcare", "Booking appointments"),
        *("Both", "US", "English"),
        prompt="Offer free times, agree on one with the caller, and repeat it back.",
    ),
    Template(
        *("65b000000000000000000003", "Delivery Notice", "Logistics", "Announcing deliveries"),
        *("Outbound", "India", "Hindi"),
        prompt="Say when the parcel {{order}} comes and ask whether someone will be at home.",
        trending=True,
    ),
    Template(
        *("65b000000000000000000004", "Payment Reminder", "Finance", "Reminding of payments"),
        *("Outbound", "India", "English"),
        prompt="Remind the customer politely of the amount due and of the date.",
    ),
)

_LANGUAGES = {"English": "en", "Hindi": "hi"}


def routes(state: State) -> list[BaseRoute]:
    """Return the routes that list templates and make agents of them."""
    return [
        operation(state, "GET /atoms/v1/agent/template", _list),
        operation(state, "POST /atoms/v1/agent/from-template", _create),
    ]


def _list(_: State, inputs: Inputs) -> Response:
    region = inputs.query["region"]
    wanted = set(_REGIONS.values()) if region is None else {_REGIONS[region]}
    return atoms_ok([each.present() for each in TEMPLATES if each.region in wanted])


def _create(state: State, inputs: Inputs) -> Response:
    wanted = inputs.body["templateId"]
    template = next((each for each in TEMPLATES if each.id == wanted), None)
    if template is None:
        return atoms_error(400, "No template found")
    language = _LANGUAGES[template.language]
    settings = {
        "name": inputs.body["agentName"],
        "description": inputs.body.get("agentDescription", template.use_case),
        "language": {"default": language, "supported": [language]},
    }
    agent = create_agent(state, settings, prompt=template.prompt, tools=[_END_CALL])
    return atoms_ok(agent.id)

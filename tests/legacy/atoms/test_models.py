"""The models of the old clients."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from smallestai import atoms
from smallestai.atoms.exceptions import ValidationError
from smallestai.atoms.legacy.tables import FIELDS, ONE_OF, STALE
from smallestai.atoms.models import __dict__ as found

if TYPE_CHECKING:
    from smallestai.atoms.legacy.fields import Field

MOMENT = "2026-01-02T03:04:05+00:00"
VOICE = {"model": "waves", "voiceId": "nyah"}


def sample(field: Field) -> Any:
    """Return a value of a field, as JSON has it."""
    kind = field.kind.strip("[]")
    if field.values:
        first = min(field.values)
        value: Any = int(first) if first.isdigit() else first
    elif kind in ONE_OF:
        value = VOICE
    elif kind in FIELDS or kind in STALE:
        value = whole(kind)
    else:
        values = {"str": "text", "int": 3, "number": 2.5, "number01": 0.5, "datetime": MOMENT}
        value = values.get(kind, {"a": 1} if kind == "object" else True)
    return [value] if field.kind.startswith("[") else value


def whole(name: str) -> dict[str, Any]:
    """Return a model with every field, as JSON has it."""
    return {field.wire: sample(field) for field in found[name]._fields.values()}


@pytest.mark.parametrize("name", [*FIELDS, *STALE])
def test_every_model_goes_there_and_back(name: str) -> None:
    """By JSON names and by Python names, as text, as a copy, and as what the service sends."""
    kind, data = found[name], whole(name)
    model = kind.from_dict(data)
    assert json.loads(model.to_json()) == data
    assert kind.from_json(model.to_json()) == model == kind(**data) == kind.from_wire(data)
    assert kind(**{each: getattr(model, each) for each in kind._fields}) == model
    assert kind.from_dict(model.to_dict()) == model
    assert pickle.loads(pickle.dumps(model)) == copy.deepcopy(model) == model
    assert model.model_fields_set == set(kind._fields) == set(model.model_dump())
    assert all(each in model.to_str() for each in data)
    assert repr(model).startswith(f"{name}(")
    assert kind.from_dict(None) is None
    needed = [each for each in kind._fields.values() if each.required]
    for field in needed:
        rest = {key: value for key, value in data.items() if key != field.wire}
        with pytest.raises(ValidationError, match=f"{name}.{field.name}: is required"):
            kind(**rest)
        assert getattr(kind.from_wire(rest), field.name) is None
    with pytest.raises(ValidationError, match=r"\.nothing: there is no such field"):
        model.nothing = 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("GetCampaignsRequest", {"page": "1"}),
        ("GetCampaignsRequest", {"page": True}),
        ("CreateAgentRequest", {"name": 7}),
        ("CreateAgentRequest", {"name": None}),
        ("CreateAgentRequest", {"name": "x", "language": {"enabled": "xx"}}),
        ("CreateAgentRequest", {"name": "x", "language": {"consistency": 1.5}}),
        ("CreateAgentRequest", {"name": "x", "language": {"enhancement": 3}}),
        ("CreateAgentRequest", {"name": "x", "language": "en"}),
        ("AgentAgentIdWebhookSubscriptionsPostRequest", {"webhook_id": "w", "event_types": ["x"]}),
        ("AgentDTOLanguage", {"supported": "en"}),
        ("AgentDTO", {"id": "1", "name": "x", "created_at": "yesterday"}),
    ],
)
def test_bad_values(name: str, data: dict[str, Any]) -> None:
    """A program is told of a value that cannot be; it says where, and pickles."""
    with pytest.raises(ValidationError) as caught:
        found[name](**data)
    error = caught.value
    assert isinstance(error, ValueError)
    assert error.errors()[0]["msg"] in str(pickle.loads(pickle.dumps(error)))
    assert error.error_count() == 1
    assert found[name].from_wire(data) is not None


def test_names_types_and_defaults() -> None:
    """Some of each: what cannot be told from the name, and what reads as something unset."""
    logs = atoms.GetConversationLogs200ResponseData(**{"from": "+1", "average_agent_latency": 2})
    assert (logs.var_from, logs.to_dict()) == ("+1", {"from": "+1", "average_agent_latency": 2})
    agent = atoms.AgentDTO(_id="1", name="x", createdAt=MOMENT)
    assert agent.created_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert agent.to_dict()["createdAt"] == agent.created_at
    voice = atoms.AgentDTOSynthesizer()
    values = (voice.speed, voice.consistency, voice.similarity, voice.enhancement)
    assert (values, voice.to_dict()) == ((1.2, 0.5, 0, 1), {})
    assert voice.model_dump()["speed"] == 1.2
    voice.speed = 1
    assert voice.to_dict() == {"speed": 1}
    assert atoms.CreateAgentRequest(name="x", unknown=1).to_dict() == {"name": "x"}
    assert atoms.UpdateAgentRequest(description=None).to_dict() == {}
    switching = atoms.models.AgentIdPatchRequestLanguageSwitching(is_enabled=True)
    language = atoms.AgentIdPatchRequestLanguage(enabled="ta", switching=switching)
    assert language.to_dict() == {"enabled": "ta", "switching": {"isEnabled": True}}


@pytest.mark.parametrize("name", ONE_OF)
@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (VOICE, "OneOf1"),
        ({"model": "waves_lightning_large_voice_clone", "voiceId": "v", "gender": "male"}, "OneOf"),
        ({"voiceId": "v"}, "OneOf"),
    ],
)
def test_one_of(name: str, data: dict[str, Any], ending: str) -> None:
    """A dict becomes the kind that it fits; a model stays itself; what fits none is refused."""
    kind = found[name]
    made = kind(data)
    assert type(made.actual_instance).__name__.endswith(f"VoiceConfig{ending}")
    assert made.to_dict() == data
    assert kind(made.actual_instance) == made == kind.from_dict(data) == kind(**data)
    assert kind.from_json(made.to_json()) == pickle.loads(pickle.dumps(made)) == made
    for wrong in ({"model": "another"}, 7):
        with pytest.raises(ValidationError):
            kind(wrong)


def test_what_the_service_sends_is_taken() -> None:
    """Unknown values and types stay as they are, and what is missing is None."""
    body = {"status": True, "data": {"name": "x", "slmModel": 7, "language": ["en"], "new": 1}}
    agent = atoms.GetAgentById200Response.from_wire(body).data
    assert (agent.id, agent.slm_model, agent.language) == (None, 7, ["en"])

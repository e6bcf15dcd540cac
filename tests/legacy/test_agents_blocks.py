"""The block about agents in the README of `smallestai` 3.0.0."""

from __future__ import annotations

from pprint import pformat

import pytest

import smallestai.atoms
from smallestai import atoms
from smallestai.atoms.rest import ApiException

from .blocks import README_3, covers


@covers(README_3, 2)
def test_an_agent_from_a_template(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the old address and a token: both say once what is new, and the agent is made."""
    monkeypatch.setenv("BEARER_TOKEN", "a-token")
    with pytest.warns(DeprecationWarning, match="is of old releases") as told:
        configuration = atoms.Configuration(host="https://atoms-api.smallest.ai/api/v1")
    assert [each.filename for each in told] == [__file__]
    today = configuration.host
    assert today.endswith("/atoms/v1")
    configuration = smallestai.atoms.Configuration(access_token="a-token")
    assert configuration.host == today
    with pytest.warns(DeprecationWarning, match="ApiClient is kept for old programs") as told:
        client = atoms.ApiClient(configuration)
    assert [each.filename for each in told] == [__file__]
    with client as api_client:
        api_instance = atoms.AgentTemplatesApi(api_client)
        with pytest.raises(ValueError, match="agent_name: is required"):
            atoms.CreateAgentFromTemplateRequest()
        wanted = api_instance.get_agent_templates().data[0]
        request = atoms.CreateAgentFromTemplateRequest(agent_name="Desk", template_id=wanted.id)
        api_response = api_instance.create_agent_from_template(request)
        assert api_response.status is True
        assert api_response.data in pformat(api_response)
        with pytest.raises(ApiException, match="No template found"):
            api_instance.create_agent_from_template({"agentName": "Desk", "templateId": "none"})

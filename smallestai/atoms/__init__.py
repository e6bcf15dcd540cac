"""Atoms: voice agents. The generated client is loaded when a name of this package is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai import _old_agents
from smallestai._lazy import lazy_import

__all__ = [  # noqa: RUF022  (sorted as text; KB is a class)
    "AgentSession",
    "AgentTool",
    "AsyncAgentSession",
    "AsyncAtoms",
    "AsyncLiveEventStream",
    "Atoms",
    "Audience",
    "Call",
    "Campaign",
    "KB",
    "LiveEventStream",
]
__all__ += _old_agents.__all__

# ruff: noqa: TC004  (type checkers see plain imports, programs load on first use)
if TYPE_CHECKING:
    from smallestai._old_agents import *  # noqa: F403
    from smallestai.atoms.audience_client import Audience
    from smallestai.atoms.call import Call
    from smallestai.atoms.campaign import Campaign
    from smallestai.atoms.kb import KB
    from smallestai.atoms.live_events import AsyncLiveEventStream, LiveEventStream
    from smallestai.atoms.namespaces import AsyncAtoms, Atoms
    from smallestai.atoms.realtime import AgentSession, AgentTool, AsyncAgentSession
else:
    _PLACES = {
        ".api": (
            "AgentTemplatesApi AgentsApi CallsApi CampaignsApi KnowledgeBaseApi LogsApi"
            " OrganizationApi UserApi"
        ),
        ".api_client": "ApiClient",
        ".atoms_client": "AtomsClient",
        ".audience_client": "Audience",
        ".call": "Call",
        ".campaign": "Campaign",
        ".configuration": "Configuration",
        ".exceptions": (
            "ApiAttributeError ApiException ApiKeyError ApiTypeError ApiValueError OpenApiException"
        ),
        ".kb": "KB",
        ".live_events": "AsyncLiveEventStream LiveEventStream",
        ".namespaces": "AsyncAtoms Atoms",
        ".realtime": "AgentSession AgentTool AsyncAgentSession",
    }
    _NAMES = {name: place for place, names in _PLACES.items() for name in names.split()}

    def _newer_models():
        from smallestai.atoms.legacy.renamed import NEWER_NAMES

        return dict.fromkeys(NEWER_NAMES, ".models")

    lazy_import(
        globals(),
        dict.fromkeys(__all__, ".models") | _NAMES,  # what is nowhere else is an old model
        submodules=(
            *("api", "api_client", "api_response", "atoms_client", "call", "campaign"),
            *("configuration", "exceptions", "kb", "models", "rest"),
        ),
        more=_newer_models,
    )

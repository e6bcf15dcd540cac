"""The old ``...Api`` classes, each also in a module such as ``smallestai.atoms.api.agents_api``."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from smallestai.atoms.legacy.calls import OldApi, make_api
from smallestai.atoms.legacy.fields import snake

__all__ = [
    "AgentTemplatesApi",
    "AgentsApi",
    "CallsApi",
    "CampaignsApi",
    "KnowledgeBaseApi",
    "LogsApi",
    "OrganizationApi",
    "UserApi",
]

if TYPE_CHECKING:

    class AgentTemplatesApi(OldApi):
        """Templates of agents."""

    class AgentsApi(OldApi):
        """Agents."""

    class CallsApi(OldApi):
        """Calls to people."""

    class CampaignsApi(OldApi):
        """Campaigns."""

    class KnowledgeBaseApi(OldApi):
        """Knowledge bases and what is in them."""

    class LogsApi(OldApi):
        """What was said in calls."""

    class OrganizationApi(OldApi):
        """The organisation."""

    class UserApi(OldApi):
        """The user."""


def _make() -> None:
    """Make the classes, and a module for each."""
    for name in __all__:
        kind = make_api(name, __name__)
        module = ModuleType(f"{__name__}.{snake(name)}", kind.__doc__)
        setattr(module, name, kind)
        sys.modules[module.__name__] = module
        globals()[snake(name)] = module
        globals()[name] = kind


_make()

"""The known values of AgentTemplateCallType. Others pass: the service may grow."""

from typing import Literal

AgentTemplateCallType = Literal["Both", "Inbound", "Outbound"]

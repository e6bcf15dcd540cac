"""The known values of AgentTemplateRegion. Others pass: the service may grow."""

from typing import Literal

AgentTemplateRegion = Literal["India", "US"]

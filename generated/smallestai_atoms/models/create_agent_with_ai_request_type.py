"""The known values of CreateAgentWithAiRequestType. Others pass: the service may grow."""

from typing import Literal

CreateAgentWithAiRequestType = Literal["single_prompt"]

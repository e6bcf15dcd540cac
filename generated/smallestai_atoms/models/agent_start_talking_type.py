"""The known values of AgentStartTalkingType. Others pass: the service may grow."""

from typing import Literal

AgentStartTalkingType = Literal["agent.start_talking", "agent_start_talking"]

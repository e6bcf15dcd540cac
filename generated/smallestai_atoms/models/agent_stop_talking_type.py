"""The known values of AgentStopTalkingType. Others pass: the service may grow."""

from typing import Literal

AgentStopTalkingType = Literal["agent.stop_talking", "agent_stop_talking"]

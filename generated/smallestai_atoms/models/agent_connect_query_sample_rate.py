"""The known values of AgentConnectQuerySampleRate. Others pass: the service may grow."""

from typing import Literal

AgentConnectQuerySampleRate = Literal[8000, 16000, 24000]

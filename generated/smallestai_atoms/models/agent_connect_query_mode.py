"""The known values of AgentConnectQueryMode. Others pass: the service may grow."""

from typing import Literal

AgentConnectQueryMode = Literal["chat", "webcall"]

"""The known values of AgentConfigSource. Others pass: the service may grow."""

from typing import Literal

AgentConfigSource = Literal["active", "draft", "version"]

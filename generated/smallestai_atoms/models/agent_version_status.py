"""The known values of AgentVersionStatus. Others pass: the service may grow."""

from typing import Literal

AgentVersionStatus = Literal["archived", "draft", "published"]

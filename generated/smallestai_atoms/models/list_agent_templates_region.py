"""The known values of ListAgentTemplatesRegion. Others pass: the service may grow."""

from typing import Literal

ListAgentTemplatesRegion = Literal["in", "us"]

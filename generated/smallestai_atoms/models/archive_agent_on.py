"""The known values of ArchiveAgentOn. Others pass: the service may grow."""

from typing import Literal

ArchiveAgentOn = Literal["false", "true"]

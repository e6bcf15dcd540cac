"""The known values of ArchiveOutcomeMessage. Others pass: the service may grow."""

from typing import Literal

ArchiveOutcomeMessage = Literal["Agent archived", "Agent unarchived"]

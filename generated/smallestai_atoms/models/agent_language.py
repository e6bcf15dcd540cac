"""The known values of AgentLanguage. Others pass: the service may grow."""

from typing import Literal

AgentLanguage = Literal["bn", "en", "es", "gu", "hi", "mr", "north_indic", "or", "ta"]

"""The known values of CallActionCategory. Others pass: the service may grow."""

from typing import Literal

CallActionCategory = Literal["post-call", "trigger"]

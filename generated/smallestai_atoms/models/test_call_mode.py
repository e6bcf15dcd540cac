"""The known values of TestCallMode. Others pass: the service may grow."""

from typing import Literal

TestCallMode = Literal["chat", "telephony", "webcall"]

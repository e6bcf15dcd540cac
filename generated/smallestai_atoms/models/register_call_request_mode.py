"""The known values of RegisterCallRequestMode. Others pass: the service may grow."""

from typing import Literal

RegisterCallRequestMode = Literal["chat", "webcall"]

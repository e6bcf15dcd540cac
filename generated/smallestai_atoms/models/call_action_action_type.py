"""The known values of CallActionActionType. Others pass: the service may grow."""

from typing import Literal

CallActionActionType = Literal["create", "update"]

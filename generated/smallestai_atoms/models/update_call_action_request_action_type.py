"""The known values of UpdateCallActionRequestActionType. Others pass: the service may grow."""

from typing import Literal

UpdateCallActionRequestActionType = Literal["create", "update"]

"""The known values of CreateCallActionRequestActionType. Others pass: the service may grow."""

from typing import Literal

CreateCallActionRequestActionType = Literal["create", "update"]

"""The known values of PendingPublishState. Others pass: the service may grow."""

from typing import Literal

PendingPublishState = Literal["active", "cancelled"]

"""The known values of SttLiveQueryModel. Others pass: the service may grow."""

from typing import Literal

SttLiveQueryModel = Literal["pulse"]

"""The known values of LiveApiRequestEventType. Others pass: the service may grow."""

from typing import Literal

LiveApiRequestEventType = Literal["post_call_api", "pre_call_api"]

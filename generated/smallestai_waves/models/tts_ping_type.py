"""The known values of TtsPingType. Others pass: the service may grow."""

from typing import Literal

TtsPingType = Literal["keep-alive", "keep_alive", "keepalive", "ping"]

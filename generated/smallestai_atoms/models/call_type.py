"""The known values of CallType. Others pass: the service may grow."""

from typing import Literal

CallType = Literal["telephony_inbound", "telephony_outbound", "webcall"]

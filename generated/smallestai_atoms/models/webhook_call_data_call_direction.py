"""The known values of WebhookCallDataCallDirection. Others pass: the service may grow."""

from typing import Literal

WebhookCallDataCallDirection = Literal["telephony_inbound", "telephony_outbound"]

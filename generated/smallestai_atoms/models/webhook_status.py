"""The known values of WebhookStatus. Others pass: the service may grow."""

from typing import Literal

WebhookStatus = Literal["disabled", "enabled"]

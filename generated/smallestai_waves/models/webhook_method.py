"""The known values of WebhookMethod. Others pass: the service may grow."""

from typing import Literal

WebhookMethod = Literal["GET", "POST"]

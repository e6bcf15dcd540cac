"""The known values of WebhookEventType. Others pass: the service may grow."""

from typing import Literal

WebhookEventType = Literal["analytics-completed", "post-conversation", "pre-conversation"]

"""The known values of ChatReplyFormatType. Others pass: the service may grow."""

from typing import Literal

ChatReplyFormatType = Literal["json_object", "text"]

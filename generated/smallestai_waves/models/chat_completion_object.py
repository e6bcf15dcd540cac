"""The known values of ChatCompletionObject. Others pass: the service may grow."""

from typing import Literal

ChatCompletionObject = Literal["chat.completion"]

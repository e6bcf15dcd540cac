"""The known values of ChatCompletionChunkObject. Others pass: the service may grow."""

from typing import Literal

ChatCompletionChunkObject = Literal["chat.completion.chunk"]

"""The known values of SttEncoding. Others pass: the service may grow."""

from typing import Literal

SttEncoding = Literal["alaw", "linear16", "linear32", "mulaw", "ogg_opus", "opus"]

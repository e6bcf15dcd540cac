"""The known values of TtsOutputFormat. Others pass: the service may grow."""

from typing import Literal

TtsOutputFormat = Literal["alaw", "mp3", "pcm", "ulaw", "wav"]

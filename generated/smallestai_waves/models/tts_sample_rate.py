"""The known values of TtsSampleRate. Others pass: the service may grow."""

from typing import Literal

TtsSampleRate = Literal[8000, 16000, 24000, 44100]

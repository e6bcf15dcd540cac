"""The known values of TtsModel. Others pass: the service may grow."""

from typing import Literal

TtsModel = Literal["lightning_v3.1", "lightning_v3.1_pro"]

"""The known values of HydraContentPartType. Others pass: the service may grow."""

from typing import Literal

HydraContentPartType = Literal["input_audio", "input_text", "output_audio", "output_text"]

"""The known values of TranscriptGender. Others pass: the service may grow."""

from typing import Literal

TranscriptGender = Literal["female", "male"]

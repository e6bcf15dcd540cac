"""The known values of ParameterKind. Others pass: the service may grow."""

from typing import Literal

ParameterKind = Literal["boolean", "enum", "number", "text"]

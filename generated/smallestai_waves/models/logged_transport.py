"""The known values of LoggedTransport. Others pass: the service may grow."""

from typing import Literal

LoggedTransport = Literal["rest", "ws"]

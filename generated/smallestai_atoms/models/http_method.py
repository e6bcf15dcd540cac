"""The known values of HttpMethod. Others pass: the service may grow."""

from typing import Literal

HttpMethod = Literal["DELETE", "GET", "PATCH", "POST", "PUT"]

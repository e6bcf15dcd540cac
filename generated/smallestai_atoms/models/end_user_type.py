"""The known values of EndUserType. Others pass: the service may grow."""

from typing import Literal

EndUserType = Literal["business", "individual"]

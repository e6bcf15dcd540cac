"""The known values of HydraQueryModel. Others pass: the service may grow."""

from typing import Literal

HydraQueryModel = Literal["hydra", "hydra-v1.0", "hydra-v1.1"]

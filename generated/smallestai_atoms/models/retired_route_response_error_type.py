"""The known values of RetiredRouteResponseErrorType. Others pass: the service may grow."""

from typing import Literal

RetiredRouteResponseErrorType = Literal["versioning_v2_migration_required"]

"""The known values of ConditionOperator. Others pass: the service may grow."""

from typing import Literal

ConditionOperator = Literal[
    "contains",
    "endsWith",
    "eq",
    "gt",
    "gte",
    "in",
    "lt",
    "lte",
    "neq",
    "nin",
    "notContains",
    "startsWith",
]

"""The known values of SuccessMetricSuccessMetricType. Others pass: the service may grow."""

from typing import Literal

SuccessMetricSuccessMetricType = Literal[
    "DESCRIPTIVE_SCALE", "NUMERIC_SCALE", "PASS_FAIL", "PERCENTAGE_SCALE"
]

"""The known values of MetricTemplateDispositionMetricType. Others pass: the service may grow."""

from typing import Literal

MetricTemplateDispositionMetricType = Literal["BOOLEAN", "DATETIME", "ENUM", "INTEGER", "STRING"]

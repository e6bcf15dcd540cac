"""The known values of DispositionMetricDispositionMetricType. Others pass: the service may grow."""

from typing import Literal

DispositionMetricDispositionMetricType = Literal["BOOLEAN", "ENUM", "INTEGER", "STRING", "SUMMARY"]

"""The known values of WorkflowType. Others pass: the service may grow."""

from typing import Literal

WorkflowType = Literal["single_prompt", "workflow_graph"]

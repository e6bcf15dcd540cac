"""The known values of AgentTemplateWorkflowType. Others pass: the service may grow."""

from typing import Literal

AgentTemplateWorkflowType = Literal["SINGLE_PROMPT", "WORKFLOW_GRAPH"]

"""The known values of ListAgentsSortField. Others pass: the service may grow."""

from typing import Literal

ListAgentsSortField = Literal["createdAt", "name", "totalCalls", "updatedAt", "workflowType"]

"""The known values of ToolType. Others pass: the service may grow."""

from typing import Literal

ToolType = Literal[
    "api_call", "end_call", "extract_dynamic_variables", "knowledge_base_search", "transfer_call"
]

"""The known values of KnowledgeEntryItemType. Others pass: the service may grow."""

from typing import Literal

KnowledgeEntryItemType = Literal["file", "text"]

"""The known values of RevisionStatus. Others pass: the service may grow."""

from typing import Literal

RevisionStatus = Literal["archived", "draft", "published"]

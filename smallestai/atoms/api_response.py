"""What the ``_with_http_info`` methods of the old clients return.

`smallestai.atoms.ApiResponse` is another thing: the model of that name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ApiResponse"]


@dataclass(frozen=True)
class ApiResponse:
    """An answer with what came with it.

    Attributes:
        status_code: The HTTP status.
        headers: The headers.
        data: The model that the method itself returns.
        raw_data: The body as it came.
    """

    status_code: int
    headers: Mapping[str, str] | None
    data: Any
    raw_data: bytes

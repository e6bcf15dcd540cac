"""What our client has beside the operations of a group: waiting, uploads, files and the like."""

from __future__ import annotations

import inspect
import re
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from docstring_parser import DocstringStyle, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scripts.docs_operations import Service

Cells = tuple[str, str]

_SECTION = re.compile(r"^(?:Args|Returns|Raises):$", re.MULTILINE)


def helpers(service: Service, namespace: str, operations: Iterable[str]) -> list[Any]:
    """Return the methods of a namespace of our client that belong to none of its operations."""
    ours = service.namespace(namespace)
    found = {} if ours is service.generated(namespace) else vars(ours)
    return [
        method
        for name, method in found.items()
        if inspect.isfunction(method) and not name.startswith("_") and name not in operations
    ]


class Description:
    """A docstring in parts.

    Attributes:
        summary: Its first sentence.
        blocks: The paragraphs after it, each with whether it is a program.
        arguments: Name and meaning of each argument.
        returns: What is returned.
        errors: Name and cause of each error.
    """

    def __init__(self, method: Any) -> None:
        text = (inspect.getdoc(method) or "").partition("\nSource: ")[0]
        read = parse(text, DocstringStyle.GOOGLE)
        self.summary, *paragraphs = _SECTION.split(text)[0].strip().split("\n\n")
        self.blocks = [(each.startswith("    "), dedent(each)) for each in paragraphs]
        self.arguments: list[Cells] = [
            (each.arg_name, each.description or "") for each in read.params
        ]
        self.returns = read.returns.description or "" if read.returns else ""
        self.errors: list[Cells] = [
            (each.type_name or "", each.description or "") for each in read.raises
        ]

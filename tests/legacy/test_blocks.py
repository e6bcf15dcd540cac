"""Every code block of the old documents has its test."""

from __future__ import annotations

import importlib
from pathlib import Path

from .blocks import BLOCKS, COVERED


def test_every_block_is_covered() -> None:
    """The blocks that tests name are all there are; their number is printed."""
    for path in sorted(Path(__file__).parent.glob("test_*_blocks.py")):
        importlib.import_module(f".{path.stem}", __package__)
    assert COVERED == BLOCKS
    print(f"{sum(map(len, COVERED.values()))} blocks of {len(BLOCKS)} documents")

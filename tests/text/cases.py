"""The written set: texts in many languages and the pieces they are to be cut into.

``cut`` says how: ``sentences`` is every sentence by itself, ``markdown`` the same after the markup
is gone, ``speech`` the sizes that speech is made with.
"""

import json
from pathlib import Path

from smallestai.text import TextChunker

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()
]


def name_of(case):
    """Return what a case is called in a report."""
    return f"{case['language']}: {case['about']}"


def chunker_of(case):
    """Return a chunker that cuts as the case asks."""
    if case["cut"] == "speech":
        return TextChunker(case["language"])
    markdown = case["cut"] == "markdown"
    return TextChunker(case["language"], first=None, best=1, markdown=markdown)


def pieces_of(chunker, tokens):
    """Return all pieces of a text."""
    return [piece for token in tokens for piece in chunker.feed(token)] + chunker.flush()

"""Tokens as the sandbox counts them, and the cache of prompts that begin alike.

A token is up to eight letters or digits, or one sign, with the space before it: near enough to
what a model's tokenizer makes of English, and a text is exactly its tokens joined.
"""

from __future__ import annotations

import json
import re
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONTEXT = 32768
"""The most tokens that a prompt and its answer may have together."""

BLOCK = 16
"""Prompts are cached in whole blocks of so many tokens."""

_TOKEN = re.compile(r" ?\w{1,8}| ?[^\w\s]|\s")
_MOST_BLOCKS = 16384


def tokens(text: str) -> list[str]:
    """Return the tokens of a text, in order."""
    return _TOKEN.findall(text)


def prompt_tokens(messages: Sequence[Mapping[str, Any]], tools: Sequence[Any] = ()) -> list[str]:
    """Return the tokens of a conversation as the model reads it: tools first, then the messages."""
    read = tokens(json.dumps(tools, ensure_ascii=False)) if tools else []
    for message in messages:
        read += [f"<{message['role']}>", *tokens(message.get("content") or "")]
        for call in message.get("tool_calls") or ():
            read += ["<call>", *tokens(call["function"]["name"] + call["function"]["arguments"])]
        read.append("<end>")
    return [*read, "<assistant>"]


class PrefixCache:
    """Remembers how prompts began; what was not met for longest is forgotten first."""

    def __init__(self) -> None:
        self._blocks: dict[bytes, None] = {}

    def read(self, prompt: Sequence[str]) -> int:
        """Return how many tokens a prompt shares with an earlier one, and remember it.

        Args:
            prompt: All of its tokens. Only whole blocks from the very beginning count.
        """
        known = 0
        for name in _block_names(prompt):
            if name in self._blocks:
                del self._blocks[name]  # and in again, at the end of those to be forgotten
                known += BLOCK
            self._blocks[name] = None
        while len(self._blocks) > _MOST_BLOCKS:
            del self._blocks[next(iter(self._blocks))]
        return known


def _block_names(prompt: Sequence[str]) -> list[bytes]:
    """Return a name for each whole block; it stands for all that comes before the block, too."""
    names: list[bytes] = []
    running = blake2b(digest_size=16)
    for end in range(BLOCK, len(prompt) + 1, BLOCK):
        running.update("\0".join([*prompt[end - BLOCK : end], ""]).encode("utf-8", "replace"))
        names.append(running.digest())
    return names

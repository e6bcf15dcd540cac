# ruff: noqa: RUF001 - marks of other scripts look like Latin ones, and are meant
"""The punctuation of the scripts, for character classes of patterns."""

from __future__ import annotations

# Terminal marks that need white space, a closing mark or the end of the text behind them, since
# they also stand inside numbers, names and addresses.
SPACED = ".!?…‥‼⁇⁈⁉‽۔．"
# Terminal marks that are nothing else. Of Arabic script, India, China and Japan, Armenia, Ethiopia,
# Burma and Cambodia.
PLAIN = "؟।॥。｡！？։።፧။។៕"
COMMAS = ",،;:؛፣፤၊"
WIDE_COMMAS = "，、；：､"
STRONG = frozenset(";:؛；：፤")
MARKS = f"{SPACED}{PLAIN}{COMMAS}{WIDE_COMMAS}\n—"

CLOSING = frozenset("\"'”’»›)]}」』）】》〉〕］｝〟＂＇*_~`")
_EMOJI = "\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff"
_CLOSING = "\"'”’›)\\]}」』）】》〉〕］｝〟＂＇*_~`\ufe0f\u200d" + _EMOJI
# What may stand between a terminal mark and the end of its sentence. Quotes that close in one
# language and open in another open before a word.
CLOSER = f"(?:[{_CLOSING}]|[“‘«»](?!\\w))"

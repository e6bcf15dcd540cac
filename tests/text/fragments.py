# ruff: noqa: RUF001 - marks of other scripts look like Latin ones, and are meant
"""Texts made of what is hard to cut, for the property tests."""

from itertools import pairwise

from hypothesis import strategies as st

CLUSTERS = [
    *("a", "é", "e\u0301", "क्षि", "क्\u200dष", "தி", "한", "\u1112\u1161\u11ab", "が", "か\u3099"),
    *("👍🏽", "👨\u200d👩\u200d👧", "🇮🇳", "1\ufe0f\u20e3", "🏴\U000e0067\U000e0062\U000e007f"),
]
ATOMS = [
    *("3.14", "1,250,000", "22,1", "10:30", "v2.0.1", "10.0.0.1", "Dr. Rao", "e.g. so", "p. 12"),
    *("U.S. law", "J. R. R. Bell", "a@b.example.com", "https://example.com/a.b?c=1,2;d!e"),
    *("www.example.com", "wait...what", "डॉ. राव", "३.५०", "3 p.m. EST", "№ 5", "5 ft. 9"),
]
MARKS = [
    *(
        ".",
        "!",
        "?",
        ",",
        ";",
        ":",
        "—",
        " - ",
        "...",
        "…",
        "।",
        "॥",
        "॥१॥",
        "。",
        "！",
        "，",
        "、",
    ),
    *("؟", "۔", "،", '"', "'", "“", "”", "«", "»", "「", "」", "(", ")", " ", "  ", "\n", "\n\n"),
    *("\r\n", "\t", "\u00a0"),
]
WORDS = [
    *("The", "word", "He", "and", "because", "I", "No", "im", "Oktober", "3", "12", "1980", "z."),
    *(
        "B.",
        "Mr.",
        "etc.",
        "St.",
        "नमस्ते",
        "और",
        "你好",
        "はい",
        "네",
        "مرحبا",
        "ہے",
        "Привет",
        "г.",
    ),
    *("h", "w", "http", "x_y"),
]
MARKUP = [
    *("*", "**", "***", "_", "__", "~~", "`", "``", "\n```\n", "\n```py\n", "\n~~~\n", "# "),
    *("\n# ", "\n- ", "\n* ", "> ", "\n1. ", "\n- [x] ", "| a | b |\n", "\n|---|---|\n", "|"),
    *("\n---\n", "\n===\n", "[a](http://b.example/c_(d))", "[", "]", "](", "(", ")", "![x](y)"),
    *("[^1]", "\n[^1]: ", "\n[a]: http://b\n", "<b>", "<br>", "<!--", "-->", "<a@b.c>", "&amp;"),
    *("<https://a.example>", "&", "<", ">", "\\*", "\\", "http://", "https://www.a.example/b."),
    *("🎉", "\ufe0f", "\u200d"),
]

PLAIN_TEXTS = st.lists(st.sampled_from(CLUSTERS + ATOMS + MARKS + WORDS), max_size=60).map("".join)
MARKDOWN_TEXTS = st.lists(st.sampled_from(MARKUP + MARKS + WORDS), max_size=60).map("".join)
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "hi", "ru", "el", "es", "zh"])
SIZES = st.sampled_from(
    [
        {},
        {"first": None, "best": 1},
        {"first": 4, "best": 20, "limit": 30},
        {"first": 1, "best": 5, "limit": 5},
    ]
)


@st.composite
def cuts(draw, texts):
    """Draw a text and tokens that join to it."""
    text = draw(texts)
    places = draw(st.lists(st.integers(0, len(text)), max_size=len(text)))
    return text, [text[start:end] for start, end in pairwise([0, *sorted(places), len(text)])]

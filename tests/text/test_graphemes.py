"""What counts as one character."""

import pytest

from smallestai.text._graphemes import last_cut, may_cut


@pytest.mark.parametrize(
    "clusters",
    [
        "a|b",
        "e\u0301|a\u0308\u0323|x",
        "\r\n|\n|\r|a",
        "क्षि|ति|ज",
        "क्\u200dष|क्\u200c|ष",
        "తె|లు|గు",
        "กำ|ไ|ร",
        "👍🏽|👍",
        "👨\u200d👩\u200d👧|👨",
        "❤\ufe0f\u200d🔥|!",
        "🇮🇳|🇯🇵|🇩",
        "1\ufe0f\u20e3|2",
        "🏴\U000e0067\U000e0062\U000e007f|x",
        "한|국",
        "\u1112\u1161\u11ab|\u1100\u116e\u11a8",
        "가\u11a8|나",
        "か\u3099|ﾊﾞ",
        "\u0601\u0661|\u0662",
    ],
)
def test_clusters(clusters):
    """Between two clusters may be cut, inside of one not (Unicode Standard Annex #29)."""
    parts = clusters.split("|")
    text = "".join(parts)
    inside = [at for at in range(1, len(text)) if may_cut(text, at)]
    assert inside == [sum(map(len, parts[:count])) for count in range(1, len(parts))]


def test_the_last_cut():
    """It is the last one up to the limit; a cluster longer than the limit is cut at it."""
    assert last_cut("abc", 2) == 2
    assert last_cut("ae\u0301x", 2) == 1
    assert last_cut("e" + "\u0301" * 9, 4) == 4

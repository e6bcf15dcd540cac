# ruff: noqa: RUF001 - letters of other scripts look like Latin ones, and are meant
"""Words that begin a clause, by language: where a long sentence without a comma may be cut."""

from __future__ import annotations

_CONJUNCTIONS = {
    "en": "and but because so which when while although unless until whether where who",
    "hi": "और लेकिन मगर क्योंकि इसलिए कि ताकि जबकि अगर तो",
    "mr": "आणि पण कारण म्हणून की जर तर",
    "bn": "এবং কিন্তু কারণ তাই যে যদি",
    "gu": "અને પણ કારણ કે જો તો",
    "ta": "மற்றும் ஆனால் ஏனெனில் எனவே",
    "te": "మరియు కానీ ఎందుకంటే కాబట్టి",
    "kn": "ಮತ್ತು ಆದರೆ ಏಕೆಂದರೆ ಆದ್ದರಿಂದ",
    "ml": "പക്ഷേ എന്നാൽ കാരണം അതിനാൽ",
    "pa": "ਅਤੇ ਤੇ ਪਰ ਕਿਉਂਕਿ ਕਿ ਜੇ",
    "ur": "اور لیکن کیونکہ کہ اگر تو",
    "ar": "ولكن لكن لأن حتى عندما إذا التي الذي",
    "de": "und aber denn weil dass wenn als obwohl damit sodass oder sondern",
    "es": "y pero porque que cuando mientras aunque donde sino",
    "fr": "et mais parce que qui quand lorsque donc car où puisque",
    "it": "e ma perché che quando mentre anche dove quindi",
    "pt": "e mas porque que quando enquanto embora onde então",
    "nl": "en maar omdat want dat als terwijl hoewel of waar",
    "sv": "och men eftersom att när medan fast där eller",
    "pl": "i ale ponieważ bo że gdy kiedy który która które więc",
    "ru": "и но а потому что когда если чтобы который которая которые поэтому",
    "tr": "ve ama çünkü ancak fakat ki veya",
    "id": "dan tetapi karena sehingga ketika yang jika",
    "vi": "và nhưng vì nên khi mà nếu",
}
# No word above is longer.
LONGEST = 8


def conjunctions(language: str) -> list[str]:
    """Return the conjunctions of a language; those of English if there are none for it."""
    return _CONJUNCTIONS.get(language, _CONJUNCTIONS["en"]).split()

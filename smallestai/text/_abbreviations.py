# ruff: noqa: RUF001 - letters of other scripts look like Latin ones, and are meant
"""Words that end in a full stop without ending a sentence, by language.

What is no ordinary word anywhere stands under ``""`` and holds for every text, since texts mix
languages and nobody may have said which they are in. A language adds what would be an ordinary word
elsewhere. All are written in lower case and without the last full stop.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Kind(Enum):
    """What the word after an abbreviation says about the sentence."""

    NEVER = "the sentence goes on"
    NUMBER = "the sentence goes on if a number follows"
    TITLE = "the sentence goes on unless a word follows that begins sentences"
    EITHER = "the sentence goes on if a small letter or a digit follows"


_NEVER = {
    "": """
        mr mrs messrs dr drs prof e.g i.e vs viz cf approx incl excl asst assoc
        z.b d.h bzw evtl ggf inkl exkl zzgl vgl sog bspw hrsg geb frl
        mme mmes mlle mgr p.ex c.-à-d env
        sra srta dra dña profa p.ej av avda págs ee exmo exma ilmo ilma
        sig.ra sig.na dott dott.ssa prof.ssa avv egr gent.mo p.es
        bijv d.w.z m.a.w i.p.v t.o.v o.a mevr dhr blz m.b.t
        t.ex bl.a d.v.s s.k f.eks bl.a
        np tzn tzw m.in inż tj godz
        např tzv mj
        doç sn örn yrd
        т.е т.к т.н т.ч напр проф акад гр ул пр-т просп стр табл обл
        τ.μ π.χ δρ κ.κ
        pgs ths gs.ts tp ts.bs bpk drs jl yth
        د أ.د هـ ص.ب
        डॉ प्रो श्री श्रीमती कु स्व पं पृ इंजी सं क्र मो
        ডা ড প্রো মো মোঃ মোছাঃ শ্রী
        திரு திருமதி டாக்டர் பேரா முனைவர் செல்வி ரூ
        డా ప్రొ శ్రీ రూ
        ಡಾ ಪ್ರೊ ಶ್ರೀ ರೂ
        ഡോ പ്രൊഫ ശ്രീ രൂ
        ડૉ ડો પ્રો શ્રી રૂ
        ਡਾ ਪ੍ਰੋ ਸ੍ਰੀ ਸ
        ଡା ଡଃ ପ୍ରୋ
        रु रू টাকা
        ڈاکٹر
    """,
    "mr": "सौ",
    "cs": "doc",
    "de": "ca bzgl sen jun dipl ing nat allg mind max min zb dh abs",
    "fr": "m mm st ste av bd chap no tél pr",
    "es": "sr d ud uds vd tel ej aprox fig cap ed",
    "pt": "sr d av tel ex pág ed prof",
    "it": "sig ing arch on tel pag es ca",
    "nl": "ca dr ir ing mw resp nl v.d ds",
    "pl": "dr hab ul al płk gen ok św ks",
    "sv": "kl ca dvs resp t.o.m fr.o.m",
    "da": "kl ca dvs nr mht",
    "nb": "kl ca dvs nr",
    "tr": "av hz cad sok mah bkz no tel doç",
    "ru": "пл пер корп кв",
    "id": "no hlm a.n u.p dr",
    "vi": "ts bs ks gs th.s",
}
_NUMBER = {
    "": """
        no nos nr nrs num fig figs eq eqs vol vols ch chap sec sect pp par para ver op
        art abs bd kap tab anm tel ext nº núm pag jan feb mar apr jun jul aug sept oct nov dec
        okt dez janv févr avr juil déc ene abr ago dic fev mai set out dez gen mag giu lug ott
        sub arts cl approx ca circa № п гл ст рис тел नं নং எண்
    """,
}
_TITLE = {
    "": """
        st mt ft gen col lt sgt cpl capt maj cmdr adm gov pres rev supt insp
        ms mx sr jr fr br u.s u.k u.n e.u u.s.a d.c l.a n.y u.a.e str prof.dr им
    """,
    "en": "sen rep hon det",
}
_EITHER = {
    "": """
        etc inc ltd co corp llc plc bros ave blvd rd hwy dept univ al ph.d m.d b.a b.sc m.a m.sc
        a.m p.m am pm a.d b.c b.c.e c.e a.k.a p.s mon tue tues wed thu thur thurs fri
        usw u.a u.ä o.ä z.t u.s.w gmbh
        ecc cia ee.uu s.a s.l s.p.a s.r.l
        enz e.d osv m.m itp itd atd apod m.fl
        vb vd
        т.д т.п др пр н.э руб коп тыс млн млрд кг
        κ.λπ κλπ κτλ κ.ά
        dll dsb dst v.v
    """,
    "de": "mio mrd std ff",
    "pt": "ltda",
    "es": "pta",
}
# Abbreviations that stand after a number, where they may end a sentence, and before a name, where
# they do not.
AFTER_NUMBERS = _words("г гг в вв м с р к см")

# What is measured, by words that are words of their own when no number is before them.
UNITS = _words("in ft yd mi mm cm km oz lb lbs kg hr hrs min mins sec pt qt gal")

# The names of Latin letters as initials are written in other scripts; those that are words of their
# own are left out.
LETTERS = _words(
    """
    ए बी डी एफ जी एच जे के एल एम एन पी क्यू आर एस टी यू वी डब्ल्यू डब्लू एक्स वाई जेड
    এ বি সি ডি ই এফ জি এইচ জে এল এম এন পি কিউ আর এস টি ইউ ভি
    எம் ஜி ஆர் கே எஸ் டி வி பி சி ஜே எல் என் ஏ ஆர்.கே
    ఎ బి సి డి ఎఫ్ జి జె కె ఎల్ ఎం ఎన్ పి ఆర్ ఎస్ టి వి యన్ వై
    ಎ ಬಿ ಸಿ ಡಿ ಎಚ್ ಜೆ ಕೆ ಎಲ್ ಎಂ ಎನ್ ಪಿ ಆರ್ ಎಸ್ ಟಿ ವಿ
    എം ജി ആർ കെ എസ് ടി വി പി സി ജെ എൽ എൻ ഇ
    એ બી સી ડી એફ જી એચ જે કે એલ એમ એન પી આર એસ ટી વી
    ਏ ਬੀ ਡੀ ਐਫ ਜੀ ਐਚ ਜੇ ਕੇ ਐਲ ਐਮ ਐਨ ਪੀ ਆਰ ਐਸ ਟੀ ਵੀ
    اے بی ڈی ایف جی ایچ جے کے ایل ایم این پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی
    """
)

# Languages that write an ordinal as a number and a full stop: "am 3. Oktober".
ORDINAL_LANGUAGES = _words("cs da de et fi hr hu is lt lv nb nn no pl sk sl sr tr")
# What follows an ordinal with a capital letter, in whatever language the text is.
ORDINAL_NOUNS = _words(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    Jahrhundert Jahrhunderts Jahrtausend Weltkrieg Weltkriegs Geburtstag Klasse Stock Etage Platz
    Bundesliga Auflage Kapitel Spieltag Runde Quartal Lebensjahr Semester Bezirk Stunde
    """
)
# Words that begin a sentence far more often than they are part of a name.
_STARTERS = {
    "": """
        The A An It He She They We I You This That These Those There Then But And So If When While
        What How Why Who Where Which Our My Your His Her Its Their On At For To As After Before
        However Also Please No Yes Not Is Are Do Does Did Can Could Would Should Have Has Let Here
        Now Once Some All Both With From By In Of Or Because Since Thanks
        Он Она Оно Они Мы Вы Ты Я Это Этот Эта Но А И В На Потом Затем Если Когда Там Тут Сегодня
    """,
    "de": """
        Das Der Die Ein Eine Er Sie Es Wir Ich Ihr Dann Danach Aber Und Doch Im Am Dies Diese Dieser
        Wer Was Wie Wann Wo Heute Morgen Jetzt Bitte Auch Man Nun Denn Deshalb
    """,
    "fr": "Il Elle Ils Elles Nous Vous Je Ce Cette Ces Mais Puis Ensuite Un Une Dans Pour Les",
    "es": "Él Ella Ellos Nosotros Yo Pero Luego Este Esta Eso Una Los Las Entonces Hoy El Se",
    "pt": "Ele Ela Eles Nós Mas Depois Isso Um Uma O Os As Hoje Então",
    "it": "Lui Lei Noi Poi Ma Questo Questa Il Gli Oggi",
    "nl": "Hij Zij Wij Ik Maar Het Dat Daarna Een Vandaag De",
    "pl": "To On Ona Oni Ale Potem Dziś",
    "tr": "Bu Şu O Ama Sonra Biz Ben",
}
# What goes on, with a capital letter, after "3 p.m." and "& Co.".
GO_ON = _words(
    """
    EST EDT PST PDT CST CDT MST MDT ET PT GMT UTC BST IST CET Eastern Pacific Central Mountain
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    Inc Ltd LLC Corp KG KGaA OHG GmbH AG
    """
)


@lru_cache(maxsize=64)
def abbreviations(language: str) -> dict[str, Kind]:
    """Return the general abbreviations and those of a language (of English if unknown)."""
    found: dict[str, Kind] = {}
    for code in ("", language or "en"):
        for kind, words in (
            (Kind.NUMBER, _NUMBER),
            (Kind.EITHER, _EITHER),
            (Kind.TITLE, _TITLE),
            (Kind.NEVER, _NEVER),
        ):
            found.update(dict.fromkeys(words.get(code, "").split(), kind))
    return found


@lru_cache(maxsize=64)
def starters(language: str) -> frozenset[str]:
    """Return the words that begin sentences, in any text and in this language."""
    return _words(f"{_STARTERS['']} {_STARTERS.get(language, '')}")

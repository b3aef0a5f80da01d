"""What a text looks like to who reads it: without signs that nobody sees, and with one sign for those that look alike.

Leaf module. People paste from web pages, letters and other programs: a zero-width space or a soft hyphen comes along,
a hyphen becomes a dash, an A is a Cyrillic one. None of that is seen in Excel, so none of it may tell two texts apart.
"""

from __future__ import annotations

import re
import unicodedata

# Default_Ignorable_Code_Point of Unicode, and the blank of braille.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u02d7\ufe58\ufe63"), "-")
_FULL_WIDTH = {0xFEE0 + sign: sign for sign in range(0x21, 0x7F)}
# Letters of Cyrillic and Greek that are drawn as one of Latin (the strongest pairs of Unicode's confusables, UTS 39).
_ALIKE = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423\u0406\u0408\u0405\u051a\u051c"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd",
    "ABEKMHOPCTXYIJSQWaeopcyxijsdqwhABEZHIKMNOPTYXov",
)
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
LONGEST = 1_000  # characters; to compose a longer row of accents takes time that grows by its square


def seen(text: str) -> str:
    """*text* without the signs that nobody sees."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def any_unseen(text: str) -> bool:
    """Whether *text* holds a sign that nobody sees."""
    return _UNSEEN.search(text) is not None


def with_latin(text: str) -> str:
    """*text* with Latin letters for those that are drawn the same, in words that are Latin for the rest.

    "Leiden" with a Cyrillic e in it is Leiden; a word that is all Cyrillic stays what it is.
    """
    return _WORD.sub(lambda word: _latin(word[0]), text) if _OTHER_SCRIPT.search(text) else text


def _latin(word: str) -> str:
    if word.isascii() or not any(map(str.isascii, word)):
        return word
    made = word.translate(_ALIKE)
    return made if _is_latin(made) else word


def _is_latin(text: str) -> bool:
    return all(sign.isascii() or "LATIN" in unicodedata.name(sign, "") for sign in text)


def with_hyphens(text: str) -> str:
    """*text* with a hyphen for each dash or minus: Word and phones make a dash of the one that was typed."""
    return text if text.isascii() else text.translate(_DASHES)


def sign_of(text: str) -> str:
    """What a sign such as an ID looks like, in capitals and without white space: two that look the same are the same.

    Dashes, full-width signs, accents as a sign of their own, and letters that are drawn as Latin ones are made one.
    """
    made = "".join(seen(text).split()).upper()
    if made.isascii() or len(made) > LONGEST:
        return made
    made = unicodedata.normalize("NFC", made.translate(_FULL_WIDTH).translate(_DASHES)).upper()
    latin = made.translate(_ALIKE)
    return latin if all(not sign.isalpha() or _is_latin(sign) for sign in latin) else made

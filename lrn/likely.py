"""The one rule that every suggestion of the product keeps: whether *meant* may be put in the place of *typed*.

Leaf module. A suggestion is read by someone in a hurry and is put in the cell with one click. So it says the same as
what was typed, but for a slip of the pen: it drops no part of it ("klimaat en energie" is not "klimaat"), and it does
not guess a number or a code (GM0363 is not GM0637, A-99 is not A-9). It is *sure* only where one thing answers.
"""

from __future__ import annotations

import re
from collections import Counter

from rapidfuzz.distance import Indel

# Words that join or point and add nothing of their own. "niet", "geen", "zonder" and "of" are not among them.
_FILLERS = frozenset(
    ["gem", "gemeente", "de", "het", "een", "van", "in", "te", "bij", "der", "den", "aan", "en", "a", "d", "s", "t"]
)
_DIGITS = re.compile(r"\d+")


def keeps_all(typed: str, meant: str) -> bool:
    """Whether *meant* has something for every word and the same figures as *typed*; both as :func:`lrn.terms.plain`.

    A word is kept when it comes back, or at least half of its letters do, in order, among the words that are not there.
    """
    if _DIGITS.findall(typed) != _DIGITS.findall(meant):
        return False
    wanted, there = Counter(typed.split()), Counter(meant.split())
    left, rest = " ".join((wanted - there).elements()), " ".join((there - wanted).elements())
    kept = [False] * len(left)
    for block in Indel.opcodes(left, rest):
        if block.tag == "equal":
            kept[block.src_start : block.src_end] = [True] * (block.src_end - block.src_start)
    for word in re.finditer(r"\S+", left):
        if word[0] not in _FILLERS and 2 * sum(kept[word.start() : word.end()]) < len(word[0]):
            return False
    return True

"""Gerechten: which ingredients are named together, and in which activities. A combination is no score.

A combination is a set of two or more ingredients that

- at least :func:`smallest` activities name, all of them;
- belong together: each of its ingredients is named beside the others in at least one activity more than its share in
  the selection would give (an ingredient that nearly every activity names adds nothing to a combination);
- is not part of a larger combination that the very same activities name (the combinations are *closed*).

``verwacht`` is what independent naming would give: the number of activities times the share of each ingredient. The
combinations that exceed it most come first; ``keer`` (the count over ``verwacht``) is known as *lift*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from math import ceil, prod

import pandas as pd

from lrn import vocabulary as v
from lrn.register.model import Register

AT_LEAST = 3  # activities that make a combination
AT_LEAST_SHARE = 0.05  # of the activities; counts more in a large register, where three may be chance
EXAMPLES = 2

_BITS = tuple(v.INGREDIENT)  # a set of ingredients is a number: bit 0 is ingredient 1
_ALL = range(2 ** len(_BITS))


def smallest(amount: int) -> int:
    """How many of *amount* activities must name a set of ingredients before it is a combination."""
    return max(AT_LEAST, ceil(AT_LEAST_SHARE * amount))


def combinations(selected: Register, *, at_least: int | None = None) -> pd.DataFrame:
    """Those in *selected*: nrs, aantal, verwacht, keer, voorbeelden; what exceeds ``verwacht`` most comes first.

    ``nrs`` is a tuple of ingredients in order. ``voorbeelden`` holds the names of at most two activities that name
    few other ingredients: there the combination is most itself. *at_least* replaces :func:`smallest`.
    """
    total = len(selected.activiteiten)
    named = _named(selected)
    counts = _counts(named.values())
    least = smallest(total) if at_least is None else at_least
    together = [pot for pot in _ALL if pot.bit_count() > 1 and counts[pot] >= least and _belongs(pot, counts, total)]
    plainest = _plainest(selected, named)
    rows = []
    for pot in _closed(together, counts):
        expected = total * prod(counts[bit] / total for bit in _bits(pot))
        examples = tuple(islice((name for other, name in plainest if other & pot == pot), EXAMPLES))
        rows.append((_numbers(pot), counts[pot], expected, counts[pot] / expected, examples))
    frame = pd.DataFrame(rows, columns=["nrs", "aantal", "verwacht", "keer", "voorbeelden"])
    extra = (frame["aantal"] - frame["verwacht"]).astype(float).round(9)
    return frame.loc[extra.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def label(nrs: tuple[int, ...]) -> str:
    """A combination by the names of its ingredients: "Niveaus + Leren + Partners"."""
    return " + ".join(v.INGREDIENT[nr].kort for nr in nrs)


def _named(selected: Register) -> dict[str, int]:
    """The set of ingredients that each activity names, as a number, by the activity's id."""
    found: dict[str, int] = defaultdict(int)
    for identity, nr in selected.ingredienten[["activiteit", "nr"]].itertuples(index=False):
        found[identity] |= 1 << _BITS.index(nr)
    return found


def _counts(pots: Iterable[int]) -> list[int]:
    """For every set of ingredients the number of activities that name all of it: sums over the larger sets."""
    counts = [0] * len(_ALL)
    for pot in pots:
        counts[pot] += 1
    for bit in _bits(len(_ALL) - 1):
        for pot in _ALL:
            if not pot & bit:
                counts[pot] += counts[pot | bit]
    return counts


def _belongs(pot: int, counts: list[int], total: int) -> bool:
    """Whether each ingredient of *pot* is named beside the others more often than elsewhere, by an activity or more."""
    return all(counts[pot] - counts[pot ^ bit] * counts[bit] / total >= 1 - 1e-9 for bit in _bits(pot))


def _closed(pots: list[int], counts: list[int]) -> list[int]:
    """Those of *pots* that are in no larger one with the same count."""
    by_count = defaultdict(list)
    for pot in pots:
        by_count[counts[pot]].append(pot)
    return [p for p in pots if not any(other != p and other & p == p for other in by_count[counts[p]])]


def _plainest(selected: Register, named: dict[str, int]) -> list[tuple[int, str]]:
    """The set of each activity and its name, those that name the fewest ingredients first."""
    ids, names = selected.activiteiten["id"], selected.activiteiten["naam"]
    found = [(named[identity], name) for identity, name in zip(ids, names, strict=True) if identity in named]
    return sorted(found, key=lambda one: (one[0].bit_count(), one[1].casefold()))


def _bits(pot: int) -> list[int]:
    return [1 << n for n in range(len(_BITS)) if pot >> n & 1]


def _numbers(pot: int) -> tuple[int, ...]:
    return tuple(nr for n, nr in enumerate(_BITS) if pot >> n & 1)

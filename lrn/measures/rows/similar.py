"""Which activities are alike: what they share, weighed.

Two activities are compared by a weighted Jaccard index: the weight of what they share, divided by the weight of what
at least one of them has (Jaccard 1901; with weights as in Ioffe 2010, for sets). It is 1 for the same features and 0
for none in common. Nobody is shown that number: it only puts neighbours in order, and what they share is told in words.

What weighs: a partner (3) tells most, as people meet there; then a theme, the form and the municipality (2); an
ingredient (1) is shared by many. A value that was not understood or that is called "anders" says nothing about likeness
and does not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.rows.labelled import municipality_name
from lrn.measures.themes import theme_label
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses

PARTNER, THEMA, VORM, GEMEENTE, INGREDIENT = "partner", "thema", "vorm", "gemeente", "ingredient"
WEIGHTS = {PARTNER: 3, THEMA: 2, VORM: 2, GEMEENTE: 2, INGREDIENT: 1}
NOTHING = (v.ONBEKEND, "anders")
AT_LEAST = 2  # features: what has only an ingredient or only its municipality in common is no neighbour

Feature = tuple[str, object]
Features = dict[str, frozenset[Feature]]


@dataclass(frozen=True)
class Neighbour:
    """An activity that is like another: its ID, how much (0 to 1, only to put them in order), and what they share."""

    id: str
    likeness: float
    shared: frozenset[Feature]


def features(register: Register) -> Features:
    """What each activity of *register* is compared by, by its ID."""
    found: dict[str, set[Feature]] = {identity: set() for identity in register.activiteiten["id"]}
    long = (
        (PARTNER, register.deelnames["activiteit"], register.deelnames["partner"]),
        (THEMA, register.themas["activiteit"], register.themas["thema"]),
        (INGREDIENT, register.ingredienten["activiteit"], register.ingredienten["nr"]),
        (VORM, register.activiteiten["id"], register.activiteiten["vorm"]),
        (GEMEENTE, register.activiteiten["id"], register.activiteiten["gemeente"]),
    )
    for kind, identities, values in long:
        for identity, value in zip(identities, values, strict=True):
            if identity in found and value == value and value is not None and value not in NOTHING:
                found[identity].add((kind, value))
    frame = register.activiteiten
    for identity, on_theme in zip(frame["id"], frame["netwerkthema"], strict=True):
        if on_theme is True:
            found[identity].add((THEMA, v.NETWERKTHEMA.code))
    return {identity: frozenset(these) for identity, these in found.items()}


def likeness(one: frozenset[Feature], other: frozenset[Feature]) -> float:
    """The weighted Jaccard index of two sets of features, 0 to 1; 0 when both are empty."""
    either = _weight(one | other)
    return _weight(one & other) / either if either else 0.0


def neighbours(of: str, by_id: Features, *, amount: int = 3) -> list[Neighbour]:
    """The *amount* activities that are most like the one with ID *of*, the most alike first.

    They share at least two features; of those that are equally alike the one that is earlier in *by_id* comes first.
    Raises ``KeyError`` for an ID that is not in *by_id*.
    """
    own = by_id[of]
    found = [
        Neighbour(identity, likeness(own, theirs), own & theirs)
        for identity, theirs in by_id.items()
        if identity != of and len(own & theirs) >= AT_LEAST
    ]
    return sorted(found, key=lambda neighbour: -neighbour.likeness)[:amount]


def in_words(shared: Iterable[Feature], register: Register) -> str:
    """What two activities share, as a phrase: "partner Woonzorg De Linde; thema zorg en wonen; Leiden"."""
    by_kind: dict[str, list[Any]] = {}
    for kind, value in shared:
        by_kind.setdefault(kind, []).append(value)
    names = dict(zip(register.partners["id"], register.partners["naam"], strict=True))
    phrases = []
    if partners := sorted(without_addresses(names[code]) for code in by_kind.get(PARTNER, ()) if code in names):
        phrases.append(f"{'partner' if len(partners) == 1 else 'partners'} {texts.listing(partners)}")
    codes = [code for code in (v.NETWERKTHEMA.code, *v.THEMAS.codes) if code in by_kind.get(THEMA, ())]
    if codes:
        word = "thema" if len(codes) == 1 else "thema's"
        phrases.append(f"{word} {texts.listing(theme_label(code).lower() for code in codes)}")
    phrases += [f"vorm {v.VORMEN.label(code)}" for code in by_kind.get(VORM, ())]
    phrases += [f"gemeente {municipality_name(code)}" for code in by_kind.get(GEMEENTE, ())]
    if numbers := sorted(by_kind.get(INGREDIENT, ())):
        one = f"ingrediënt {v.INGREDIENT[numbers[0]].label}"
        phrases.append(one if len(numbers) == 1 else f"ingrediënten {texts.listing(map(str, numbers))}")
    return "; ".join(phrases)


def _weight(features: Iterable[Feature]) -> int:
    return sum(WEIGHTS[kind] for kind, _ in features)

"""Wat valt op: sentences made from figures by fixed rules, each with the page behind it.

Rules look at places, ingredients and themes, never at people or colleges. What is not there is put as a question.
"""

from __future__ import annotations

from dataclasses import dataclass

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import ingredients, overview, places, themes
from lrn.register.model import Register
from lrn.selection import Selection

AMOUNT = 3


@dataclass(frozen=True)
class Highlight:
    """One sentence, its kind (:data:`KINDS`), and the page (its URL path) that shows the figures."""

    kind: str
    text: str
    page: str


KINDS = ("beweging", "kans", "vaak", "zeldzaam", "plaats")


def highlights(register: Register, selected: Register, selection: Selection) -> list[Highlight]:
    """At most three sentences on *selected* (``register`` narrowed to *selection*); none without activities."""
    if selected.activiteiten.empty:
        return []
    candidates = (
        movement(register, selected, selection),
        open_theme(register, selected),
        common_ingredient(selected, selection),
        rare_ingredient(selected),
        busiest_place(selected),
    )
    return [found for found in candidates if found][:AMOUNT]


def _few(amount: int) -> str:
    return f" (op basis van {texts.activities(amount)})" if amount < texts.FEW else ""


def movement(register: Register, selected: Register, selection: Selection) -> Highlight | None:
    """How many activities there are more or fewer than a year before; None without a peildatum or a difference.

    What ended since is said beside it: by definition it is not active on any peildatum.
    """
    change = overview.year_before(register, selection)
    now = len(selected.activiteiten)
    if change is None or selection.peildatum is None or now == change.totals.activiteiten:
        return None
    difference = now - change.totals.activiteiten
    word = "meer" if difference > 0 else "minder"
    tail = f" {texts.ended_sentence(change.sindsdien_voorbij)}" if change.sindsdien_voorbij else ""
    verb = "is" if now == 1 else "zijn"
    text = (
        f"Op {texts.long_date(selection.peildatum)} {verb} er {texts.count(now, 'activiteit', 'activiteiten')} actief, "
        f"{texts.number(abs(difference))} {word} dan een jaar eerder.{tail}"
    )
    return Highlight("beweging", text, "themas")


def open_theme(register: Register, selected: Register) -> Highlight | None:
    """A theme that has nothing registered in a place with many activities, as a question; None when all are there."""
    gaps = themes.not_there_yet(register, selected)
    gaps = gaps[(gaps["totaal"] >= texts.FEW) & (gaps["thema"] != themes.NETWERK)]
    if gaps.empty:
        return None
    elsewhere = themes.per_theme(register).set_index("thema")["aantal"]
    gaps = gaps.assign(elders=gaps["thema"].map(elsewhere)).sort_values(["elders", "totaal"], ascending=False)
    gap = gaps.iloc[0]
    theme, place = gap["naam"].lower(), v.PLAATS_NAMEN[gap["plaats"]]
    other = f" Op andere plekken staan er {texts.number(gap['elders'])}." if gap["elders"] > 1 else ""
    text = f"Rond {theme} is in {place} nog niets geregistreerd.{other} Wie ziet hier een kans?"
    return Highlight("kans", text, "themas")


def common_ingredient(selected: Register, selection: Selection) -> Highlight | None:
    """The ingredient or two that most activities name, apart from those asked for; None when none or many do."""
    frame = ingredients.per_ingredient(selected)
    frame = frame[~frame["nr"].isin(selection.ingredient)]
    if not frame["aantal"].any():
        return None
    top = frame[frame["aantal"] == frame["aantal"].max()]
    if len(top) > 2:
        return None
    total = len(selected.activiteiten)
    names, each = texts.listing(f"‘{name}’" for name in top["kort"]), "" if len(top) == 1 else "elk "
    are = "is het ingrediënt dat het vaakst wordt" if len(top) == 1 else "zijn de ingrediënten die het vaakst worden"
    text = (
        f"{names} {are} genoemd: {each}bij {texts.number(top['aantal'].iloc[0])} van de "
        f"{texts.activities(total)}{_few(total)}."
    )
    return Highlight("vaak", text, "ingredienten")


def rare_ingredient(selected: Register) -> Highlight:
    """The ingredient that fewest activities name, as a question."""
    frame = ingredients.per_ingredient(selected)
    low = frame.loc[frame["aantal"].idxmin()]
    name = v.INGREDIENT[int(low["nr"])].kort
    how = f"bij {texts.activities(int(low['aantal']))}" if low["aantal"] else "in deze selectie niet"
    text = f"‘{name}’ is {how} genoemd{_few(len(selected.activiteiten))}. Waar speelt het al, zonder dat het er staat?"
    return Highlight("zeldzaam", text, "ingredienten")


def busiest_place(selected: Register) -> Highlight | None:
    """The place with most activities; None when all are in one place."""
    frame = places.per_place(selected).set_index("code").loc[list(v.EIGEN_PLAATSEN)]
    total = len(selected.activiteiten)
    if (frame["aantal"] > 0).sum() < 2:
        return None
    top = frame.loc[frame["aantal"].idxmax()]
    share = "" if total < texts.FEW else f", {texts.percentage(top['aandeel'], total)} van de selectie"
    text = f"De meeste activiteiten zijn in {top['naam']}: {texts.number(top['aantal'])}{share}{_few(total)}."
    return Highlight("plaats", text, "kaart")

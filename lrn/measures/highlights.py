""" "Wat valt op": sentences made from figures by fixed rules, each with the page behind it.

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
    """One sentence, the page (its URL path) that shows the figures, and the icon of its kind."""

    text: str
    page: str
    icon: str


def highlights(register: Register, selected: Register, selection: Selection) -> list[Highlight]:
    """At most three sentences on *selected* (``register`` narrowed to *selection*); none without activities."""
    if selected.activiteiten.empty:
        return []
    candidates = (
        movement(register, selected, selection),
        open_theme(selected),
        common_ingredient(selected),
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
    if change is None or now == change.totals.activiteiten:
        return None
    difference = now - change.totals.activiteiten
    word = "meer" if difference > 0 else "minder"
    gone = change.sindsdien_voorbij
    tail = f" {ended_sentence(gone)}" if gone else ""
    run = "loopt" if now == 1 else "lopen"
    text = f"Er {run} nu {texts.activities(now)}: {texts.number(abs(difference))} {word} dan een jaar eerder.{tail}"
    return Highlight(text, "themas", ":material/trending_up:" if difference > 0 else ":material/trending_flat:")


def ended_sentence(amount: int) -> str:
    """Says how many activities the comparison leaves out because they have ended since."""
    verb = "telt" if amount == 1 else "tellen"
    ran, are = ("liep", "is") if amount == 1 else ("liepen", "zijn")
    return f"Daarbij {verb} {texts.activities(amount)} niet mee die toen {ran} en nu {are} afgerond of gestopt."


def open_theme(selected: Register) -> Highlight | None:
    """A theme that has nothing registered in a place with many activities, as a question; None when all are there."""
    gaps = themes.not_there_yet(selected)
    gaps = gaps[(gaps["totaal"] >= texts.FEW) & (gaps["thema"] != themes.NETWERK)]
    if gaps.empty:
        return None
    elsewhere = themes.per_theme(selected).set_index("thema")["aantal"]
    gaps = gaps.assign(elders=gaps["thema"].map(elsewhere)).sort_values(["elders", "totaal"], ascending=False)
    gap = gaps.iloc[0]
    theme, place = themes.theme_label(gap["thema"]).lower(), v.PLAATS_NAMEN[gap["plaats"]]
    other = f" Elders in het netwerk zijn er {texts.number(gap['elders'])}." if gap["elders"] > 1 else ""
    text = f"Rond {theme} is in {place} nog niets geregistreerd.{other} Wie ziet hier een kans?"
    return Highlight(text, "themas", ":material/lightbulb:")


def common_ingredient(selected: Register) -> Highlight | None:
    """The ingredient that most activities name; None when none is named."""
    frame = ingredients.per_ingredient(selected)
    top = frame.loc[frame["aantal"].idxmax()]
    total = len(selected.activiteiten)
    if top["aantal"] == 0:
        return None
    text = (
        f"‘{v.INGREDIENT[int(top['nr'])].kort}’ is het ingrediënt dat het vaakst wordt genoemd: "
        f"bij {texts.number(top['aantal'])} van de {texts.activities(total)}{_few(total)}."
    )
    return Highlight(text, "ingredienten", ":material/skillet:")


def rare_ingredient(selected: Register) -> Highlight | None:
    """The ingredient that fewest activities name, as a question."""
    frame = ingredients.per_ingredient(selected)
    low = frame.loc[frame["aantal"].idxmin()]
    name = v.INGREDIENT[int(low["nr"])].kort
    how = f"bij {texts.activities(int(low['aantal']))}" if low["aantal"] else "nog nergens"
    return Highlight(
        f"‘{name}’ is {how} genoemd{_few(len(selected.activiteiten))}. Waar speelt het al, zonder dat het er staat?",
        "ingredienten",
        ":material/search:",
    )


def busiest_place(selected: Register) -> Highlight | None:
    """The place where most happens; None when all activities are in one place."""
    frame = places.per_place(selected).set_index("code").loc[list(v.EIGEN_PLAATSEN)]
    if (frame["aantal"] > 0).sum() < 2:
        return None
    top = frame.loc[frame["aantal"].idxmax()]
    share = texts.percentage(top["aandeel"], len(selected.activiteiten))
    run = "loopt" if top["aantal"] == 1 else "lopen"
    text = f"In {top['naam']} {run} {texts.activities(int(top['aantal']))}, {share} van de selectie."
    return Highlight(text, "kaart", ":material/location_on:")

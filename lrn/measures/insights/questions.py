"""Questions: what is not registered in a place yet, put as a question that somebody there can answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import ingredients, themes
from lrn.measures.basis import also_beyond
from lrn.measures.insights.opportunities import NEARBY
from lrn.measures.insights.sentences import Figure
from lrn.measures.places import at, chosen_areas
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register
from lrn.selection import Selection, apply

AMOUNT = 3


@dataclass(frozen=True)
class Question:
    """A question, the evidence for its numbers, and what it asks after: a theme that is open, or an ingredient."""

    text: str
    figures: tuple[Figure, ...] = ()
    thema: str = ""
    ingredient: int = 0


def questions(register: Register, selection: Selection, name: str, *, amount: int = AMOUNT) -> list[Question]:
    """At most *amount* questions about the place that *selection* is narrowed to; *name* is what it is called.

    First the themes that nothing there is registered on, on any day, those that are most active elsewhere first; for a
    region then those of its municipalities; and one ingredient, that fewest of its activities name. What is elsewhere
    is counted in the whole network on the peildatum. One question when nothing at all is registered there. None about a
    place that is context: what is not there yet is only asked of the network's own places.
    """
    place = Selection(regio=selection.regio, gemeente=selection.gemeente)
    if not any(area.is_ours for area in chosen_areas(place) or ()):
        return []
    ever = apply(place, register)
    if ever.activiteiten.empty:
        return [Question(f"In {name} is nog niets geregistreerd. Wie ziet hier een kans?")]
    found = _open_themes(register, ever, selection, name)
    if len(selection.regio) == 1 and not selection.gemeente:
        found += _in_municipalities(register, ever, selection)
    return (found + _rare_ingredient(apply(selection, register)))[:amount]


def _counted(register: Register, selection: Selection) -> dict[str, int]:
    frame = themes.all_themes(apply(selection, register))
    return dict(zip(frame["thema"], frame["aantal"].tolist(), strict=True))


def _open_themes(register: Register, ever: Register, selection: Selection, name: str) -> list[Question]:
    """Themes that nothing there is registered on; where it is on few activities at all, the question says so."""
    here, elsewhere = _counted(ever, Selection()), _counted(register, Selection(peildatum=selection.peildatum))
    open_here = [code for code in themes.ALL_THEMES if code != "anders" and not here[code]]
    order = sorted(open_here, key=lambda code: (-elsewhere[code], themes.ALL_THEMES.index(code)))
    areas = chosen_areas(selection) or ()
    basis = None
    if len(areas) == 1:
        basis = Figure(Evidence.of(basis="register", **at(areas[0])), len(ever.activiteiten))
    today = register.checked_on
    return [
        _on_theme(code, name, "Elders", Figure(NEARBY.also(thema=code), elsewhere[code]), selection, today, basis)
        for code in order
    ]


def _in_municipalities(register: Register, ever: Register, selection: Selection) -> list[Question]:
    """Themes that live in the region and not in one of its municipalities, each theme and municipality once.

    Those with few activities come last, as most themes are open there; the question says so.
    """
    (region,) = selection.regio
    near = _counted(register, Selection(peildatum=selection.peildatum, regio=(region,)))
    where = ever.activiteiten.set_index("id")["gemeente"]
    amounts = where.value_counts()
    themed = themes.themes_of(ever)
    there = set(zip(themed["activiteit"].map(where), themed["thema"], strict=True))
    gaps = [
        (thema, code)
        for thema in v.THEMAS.codes
        for code in v.GEMEENTE
        if thema != "anders" and near[thema] and code in amounts.index and (code, thema) not in there
    ]
    taken: set[str] = set()
    found = []
    for thema, code in sorted(gaps, key=lambda gap: (texts.is_few(amounts[gap[1]]), -near[gap[0]], -amounts[gap[1]])):
        if not taken & {thema, code}:
            taken |= {thema, code}
            figure = Figure(NEARBY.also(thema=thema, plaats=region), near[thema])
            basis = Figure(Evidence.of(basis="register", gemeente=code), int(amounts[code]))
            elsewhere, today = f"Elders in {v.PLAATS_NAMEN[region]}", register.checked_on
            found.append(_on_theme(thema, v.GEMEENTE[code].naam, elsewhere, figure, selection, today, basis))
    return found


def _on_theme(
    code: str, name: str, elsewhere: str, figure: Figure, selection: Selection, today: date, basis: Figure | None
) -> Question:
    beyond = also_beyond(selection, code)
    there = f" {elsewhere} {texts.running(figure.amount, selection.peildatum, today)}{beyond}."
    other = there if figure.amount else ""
    theme = themes.theme_label(code).lower()
    few = basis if basis and texts.is_few(basis.amount) else None
    rests = texts.based_on_few(few.amount) if few else ""
    text = f"Rond {theme} is in {name} nog niets geregistreerd{rests}.{other} Wie ziet hier een kans?"
    return Question(text, (*([few] if few else []), *([figure] if other else [])), code)


def _rare_ingredient(selected: Register) -> list[Question]:
    if selected.activiteiten.empty:
        return []
    frame = ingredients.per_ingredient(selected).sort_values(["aantal", "nr"])
    nr, amount = int(frame["nr"].iloc[0]), int(frame["aantal"].iloc[0])
    how = f"bij {texts.activities(amount)}" if amount else "niet"
    text = f"‘{v.INGREDIENT[nr].kort}’ is hier {how} genoemd. Waar gebeurt dit al, zonder dat wij het weten?"
    return [Question(text, (Figure(Evidence.of(ingredient=nr), amount),) if amount else (), ingredient=nr)]

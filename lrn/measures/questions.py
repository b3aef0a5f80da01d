"""Questions: what is not registered in a place yet, put as a question that somebody there can answer."""

from __future__ import annotations

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import ingredients, themes
from lrn.register.model import Register
from lrn.selection import Selection, apply

AMOUNT = 3


def questions(register: Register, selection: Selection, name: str, *, amount: int = AMOUNT) -> list[str]:
    """At most *amount* questions about the place that *selection* is narrowed to; *name* is what it is called.

    First the themes that nothing there is registered on, on any day, those that occur most elsewhere first; then the
    ingredients that fewest of its activities name. One question when nothing at all is registered there.
    """
    place = Selection(regio=selection.regio, gemeente=selection.gemeente)
    ever, selected = apply(place, register), apply(selection, register)
    if ever.activiteiten.empty:
        return [f"In {name} is nog niets geregistreerd. Wie ziet hier een kans?"]
    found = _open_themes(register, ever, name) + _rare_ingredients(selected)
    return found[:amount]


def _open_themes(register: Register, ever: Register, name: str) -> list[str]:
    here, elsewhere = (themes.all_themes(r).set_index("thema")["aantal"] for r in (ever, register))
    open_here = [code for code in themes.ALL_THEMES if code != "anders" and not here[code]]
    order = sorted(open_here, key=lambda code: (-int(elsewhere[code]), themes.ALL_THEMES.index(code)))
    return [_on_theme(code, int(elsewhere[code]), name) for code in order]


def _on_theme(code: str, elsewhere: int, name: str) -> str:
    are = "staat er" if elsewhere == 1 else "staan er"
    other = f" Op andere plekken {are} {texts.number(elsewhere)}." if elsewhere else ""
    theme = themes.theme_label(code).lower()
    return f"Rond {theme} is in {name} nog niets geregistreerd.{other} Wie ziet hier een kans?"


def _rare_ingredients(selected: Register) -> list[str]:
    if selected.activiteiten.empty:
        return []
    frame = ingredients.per_ingredient(selected).sort_values(["aantal", "nr"], kind="stable")
    return [_on_ingredient(int(nr), int(amount)) for nr, amount in zip(frame["nr"], frame["aantal"], strict=True)]


def _on_ingredient(nr: int, amount: int) -> str:
    how = f"bij {texts.activities(amount)}" if amount else "niet"
    return f"‘{v.INGREDIENT[nr].kort}’ is hier {how} genoemd. Waar speelt het al, zonder dat het er staat?"

"""Whatever somebody types in the address: the page opens with what it does understand.

Which parameters there are is found out from the pages themselves, and held against the code that binds them.
"""

from __future__ import annotations

import ast
from importlib import import_module

import pytest

from lrn.filters import FILTER
from lrn.ui.parts import open_card
from lrn.ui.parts.evidence import PARAMETER
from tests.pages.conftest import APP, words

PAGES = ("overzicht", "kaart", "ingredienten", "themas", "netwerk", "partners", "register", "presentatie", "gegevens")
SHARED = {"alles", "peildatum", *FILTER}
STARTS = {"netwerk": [{"kijk": "Wat als", "wat_als": "zonder:P-002"}]}
"""Addresses of a page that no choice on it leads to: what is imagined there has no list to choose from."""
READ = {PARAMETER, *open_card.PARAMETERS.values()}  # by the page itself, without a widget
ODD = ("", ["onzin", "onzin", "x" * 5000, "<b>&\\"])
HUNDREDS = [f"{n}" for n in range(300)]
MANY = HUNDREDS[:30]  # of each parameter at once: Streamlit reads no address with more than a thousand values


def bound(at):
    """The query parameters that widgets on the page are bound to, each with what else it offers to choose from."""
    found, rest = {}, [at._tree]
    while rest:
        node = rest.pop()
        rest += getattr(node, "children", {}).values()
        proto = getattr(node, "proto", None)
        for holder in (proto, getattr(proto, "expandable", None)):
            if key := getattr(holder, "query_param_key", ""):
                found[key] = _offers(node.type, holder)
    return found


def _offers(kind, proto):
    """The choices that bring other choices on screen: each of a few in sight, the first of a list, a switch."""
    if kind == "toggle":
        return ["true"]
    options = [getattr(option, "content", option) for option in getattr(proto, "options", ())]
    return options if kind == "button_group" else options[:1] if kind == "selectbox" else []


def parameters_of(open_page, page):
    """Every bound parameter of a *page*, with the address in which it is there; what is chosen brings others."""
    found, tried, asked = {}, set(), [*STARTS.get(page, []), {}]
    while asked:
        query = asked.pop()
        here = bound(open_page(page, **query))
        found = dict.fromkeys(here, query) | found
        if len(query) < 2:
            own = frozenset(here) - SHARED  # the same choice can bring something else in another part of the page
            more = {(name, value, own) for name in own for value in here[name]} - tried
            asked += [query | {name: value} for name, value, _ in sorted(more, key=str)]
            tried |= more
    return found


def named_in_code():
    """The names of the parameters that the code binds a widget to, as far as they stand there as such."""
    found = set()
    for file in sorted([*(APP.parent / "lrn" / "ui").rglob("*.py"), *(APP.parent / "pages").glob("*.py")]):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (name := _name_of(node)) is not None:
                found.add(name.value if isinstance(name, ast.Constant) else _constant(file, getattr(name, "id", "")))
    return found - {""}


def _constant(file, name):
    """What a module of ours calls *name*; "" for what is no constant of it. A page is no module: it would run."""
    if not name or file.parent.name == "pages":
        return ""
    return getattr(import_module(".".join(file.relative_to(APP.parent).with_suffix("").parts)), name, "")


def _name_of(call):
    options = {keyword.arg: keyword.value for keyword in call.keywords}
    if "bind" in options:
        return options["key"]
    called = getattr(call.func, "id", getattr(call.func, "attr", "")).lstrip("_")
    return call.args[1] if called in ("one", "several", "segments", "choose") and len(call.args) > 1 else None


def test_an_odd_value_of_any_parameter_opens_its_page(open_page):
    seen = set()
    for page in PAGES:
        found = parameters_of(open_page, page)
        assert set(found) >= SHARED, page
        own = {name: query for name, query in found.items() if name not in SHARED or page == "overzicht"}
        own |= {name: {} for name in READ} if page == "register" else {}
        for name, query in own.items():
            for value in ODD if query else ODD[:1]:  # those that are there at once get the others together, below
                open_page(page, **query | {name: value})
        every = {*found, *READ} - {"tonen"}  # on the screen of the meeting room there is no header
        for value in (*ODD, MANY):
            assert "in het register" in words(open_page(page, **dict.fromkeys(every, value))), (page, value)
        seen |= set(found)
    assert named_in_code() <= seen, "these are bound, but were on no page"
    assert len(named_in_code()) > 40


@pytest.mark.parametrize(
    ("page", "query", "key", "usual"),
    [
        ("kaart", {"maat": ""}, "maat", "activiteiten"),
        ("kaart", {"niveau": ["", ""]}, "niveau", "gemeente"),
        ("gegevens", {"onderdeel": "Te actualiseren", "ouder_dan": ""}, "ouder_dan", "een jaar"),
        ("register", {"richting": ""}, "richting", "Oplopend"),
    ],
)
def test_a_choice_that_must_be_made_is_the_usual_one_where_the_address_leaves_it_open(
    open_page, page, query, key, usual
):
    at = open_page(page, **query)
    assert at.session_state[key] == usual
    assert not at.warning


def test_what_is_empty_in_a_link_is_not_called_unknown(open_page):
    assert not open_page("register", regio="", netwerkthema="", peildatum="", bewijs="").warning


def test_of_hundreds_of_unknown_values_a_few_are_named(open_page):
    at = open_page("register", regio=HUNDREDS, bewijs=["x" * 5000])
    told = [warning.value.replace("\\", "") for warning in at.warning]
    assert "‘0’, ‘1’, ‘2’, ‘3’, ‘4’ en nog 295 uit de link" in told[0]
    assert len(told[1]) < 200


def test_what_stands_twice_in_a_link_is_said_once(open_page):
    at = open_page("register", bewijs=["thema:zorg", "thema:zorg"])
    assert sum("thema zorg" in text.value for text in at.markdown) == 1


def test_a_day_that_streamlit_would_drop_without_a_word_is_named(open_page):
    assert "20260101" in open_page("register", peildatum="20260101").warning[0].value

"""What a link asks of a choice on the page that is not on offer under the selection is said, once, and only while true."""

import ast

import pytest

from tests.pages.conftest import APP

SAID = "Met deze selectie niet te kiezen: "


def said(at):
    return [caption.value.removeprefix(SAID) for caption in at.caption if caption.value.startswith(SAID)]


@pytest.mark.parametrize(
    ("page", "query", "expected"),
    [
        ("ingredienten", {"kies_plaats": "Holland Rijnland"}, "‘Holland Rijnland’ bij ‘Gemeente’."),
        (
            "ingredienten",
            {"kies_plaats": "Holland Rijnland", "kijk": "Accent van een plaats"},
            "‘Holland Rijnland’ bij ‘Gemeente’.",
        ),
        ("ingredienten", {"kijk": "Gerechten", "gerecht": "Leren + Zomer"}, "‘Leren + Zomer’ bij ‘Gerechten’."),
        (
            "themas",
            {"kies_plaats": "Holland Rijnland", "kwartaal": "1999 K1"},
            "‘Holland Rijnland’ bij ‘Gemeente’ en ‘1999 K1’ bij ‘Kwartaal’.",
        ),
        ("kaart", {"gebied": "Leiden", "naast": "Gouda"}, "‘Gouda’ bij ‘Vergelijk met’."),
        ("kaart", {"kies_activiteit": "Iets in Gouda (X-1)"}, "‘Iets in Gouda (X-1)’ bij ‘Activiteit’."),
        ("overzicht", {"bekijk": "Midden-Holland"}, "‘Midden-Holland’ bij ‘Bekijk’."),
        ("presentatie", {"tonen": "true", "beeld": "Midden-Holland"}, "‘Midden-Holland’ bij ‘Beeld’."),
        ("register", {"sorteer": "Hoogte"}, "‘Hoogte’ bij ‘Volgorde’."),
        ("gegevens", {"onderdeel": "Door de tijd", "van": "Een stand"}, "‘Een stand’ bij ‘Eerdere stand’."),
    ],
)
def test_what_is_not_on_offer_while_a_municipality_is_chosen_is_said(open_page, page, query, expected):
    assert said(open_page(page, gemeente="Leiden", **query)) == [expected]


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("themas", {"gemeente": "Leiden", "kies_plaats": "Leiden", "kies_thema": "Zorg"}),
        ("themas", {"kies_plaats": "Holland Rijnland"}),
        ("themas", {"regio": "Midden-Holland", "kies_plaats": "Holland Rijnland"}),  # stays, and is explained
        ("kaart", {"gebied": "Holland Rijnland", "naast": "Midden-Holland", "kies_activiteit": ""}),
    ],
)
def test_of_what_is_on_offer_nothing_is_said(open_page, page, query):
    assert said(open_page(page, **query)) == []


def test_it_is_said_until_something_is_chosen(open_page):
    at = open_page("themas", gemeente="Leiden", kies_plaats="Holland Rijnland")
    assert len(said(at.run())) == 1
    at.selectbox(key="kies_plaats").select("GM0546").run()
    assert said(at) == []
    at.selectbox(key="kies_plaats").select(None).run()
    assert said(at) == []


def test_it_is_no_longer_said_once_it_is_on_offer(open_page):
    at = open_page("themas", gemeente="Leiden", kies_plaats="Holland Rijnland")
    at.multiselect(key="gemeente").set_value([]).run()
    assert said(at) == []


def test_another_page_says_nothing_of_it(open_page):
    at = open_page("themas", gemeente="Leiden", kies_plaats="Holland Rijnland")
    assert said(at.switch_page("pages/ingredienten.py").run()) == []


def test_a_choice_that_the_sidebar_takes_away_is_named(open_page):
    at = open_page("themas", kies_plaats="Holland Rijnland")
    at.multiselect(key="gemeente").set_value(["GM0546"]).run()
    assert said(at) == ["‘Holland Rijnland’ bij ‘Gemeente’."]


def test_every_choice_in_the_address_among_options_of_its_own_is_held_to_this():
    """A widget that offers something to choose from and stands in the address is noted in the function that draws it."""
    free = {"filters.py", "compare_with.py"}  # the filters, whose own unknown values the header names
    for file in [*(APP.parent / "lrn" / "ui").rglob("*.py"), *(APP.parent / "pages").glob("*.py")]:
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef) or file.name in free:
                continue
            calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
            called = {getattr(call.func, "attr", "") for call in calls if any(k.arg == "bind" for k in call.keywords)}
            if called & {"selectbox", "multiselect", "segmented_control", "pills", "radio"}:
                assert "note" in {getattr(call.func, "attr", "") for call in calls}, (file.name, function.name)

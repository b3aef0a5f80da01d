"""Every filter through all that follows from its entry: a place that forgets one filter fails here."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from lrn.export.naming import file_name
from lrn.export.origin import origin
from lrn.filters import FILTERS
from lrn.measures.basis import of_content
from lrn.measures.compare.changes import changes
from lrn.measures.compare.versions import State
from lrn.measures.rows.evidence import Evidence, read, rows
from lrn.register.columns import ACTIVITEITEN
from lrn.selection import Selection, apply, parameters
from tests.pages.conftest import words

DAY = date(2026, 10, 1)


def case_of(each):
    """Two values of a filter, as they are chosen and as they are typed in the workbook; and who is which."""
    codes = list(each.options or ("Eerste", "Tweede"))[:2]
    one, other = ((code,) if each.several else code for code in codes)
    return SimpleNamespace(
        header=ACTIVITEITEN.column(each.column).header,
        typed=[each.name(code) for code in codes],
        code=codes[0],
        chosen=Selection(**{each.field: one}),
        other=Selection(**{each.field: other}),
        held=[codes[0]] if each.several else codes[0],
        empty=[] if each.several else None,
    )


def sheet(case, *typed):
    """Activities of which the first holds the first of the values that are *typed*, and so on; the last has none."""
    marks = enumerate([*typed, ""], start=1)
    return {"Activiteiten": [["ID", "Naam", case.header], *([f"A{n}", f"Activiteit {n}", cell] for n, cell in marks)]}


@pytest.fixture(params=FILTERS, ids=lambda each: each.field)
def each(request):
    return request.param


@pytest.fixture
def case(each):
    return case_of(each)


@pytest.fixture
def path(case, make_register):
    return make_register(sheet(case, *case.typed))


def widget(at, each):
    of_its_kind = at.sidebar.multiselect if each.several else at.sidebar.selectbox
    return of_its_kind(key=each.field)


def test_a_filter_narrows_says_itself_and_is_a_condition(each, case, build_register):
    register = build_register(sheet(case, *case.typed), today=DAY)
    assert list(apply(case.chosen, register).activiteiten["id"]) == ["A1"]
    assert list(apply(case.other, register).activiteiten["id"])[:1] == ["A2"]

    # Words: of the selection, of what stands behind "activiteiten", of a file and of what is written in it
    assert case.chosen.chosen == (each.field,)
    phrase, when = case.chosen.phrases()
    assert when == "ongeacht datum"
    assert phrase not in ("", *Selection().phrases(), *case.other.phrases())
    assert bool(of_content(case.chosen)) == case.chosen.by_content == (case.chosen.everywhere == case.chosen)
    assert of_content(case.chosen) != of_content(case.other) or each.place
    names = {file_name("Rijen", "csv", day=DAY, selection=s) for s in (Selection(), case.chosen, case.other)}
    assert len(names) == 3
    assert not [name for name in names if "eigen selectie" in name]
    assert dict(origin(register, case.chosen, made=register.source.modified))["Selectie"].lower() == phrase.lower()

    # The same predicate behind a figure
    value = case.typed[0] if isinstance(case.code, bool) else case.code
    evidence = Evidence.of(**{each.condition: value})
    assert list(rows(register, Selection(), evidence)["id"]) == ["A1"]
    assert evidence.phrases() == [phrase]
    assert read(evidence.parameters) == (evidence, [])
    assert evidence.definitions[0].endswith(".")

    # What decides in a comparison
    after = build_register(sheet(case, case.typed[1]), today=DAY)
    frame = changes(State(register, case.chosen), State(after, case.chosen))
    (wat,) = frame.loc[(frame["soort"] == "voorbij") & (frame["id"] == "A1"), "wat"]
    assert all(typed.lower() in wat.lower() for typed in case.typed), wat


def test_a_filter_is_in_the_sidebar_the_address_and_the_header(each, case, path, open_page):
    (phrase, _), whole = case.chosen.phrases(), "**alle 3** activiteiten in het register"
    exact = parameters(case.chosen)
    assert exact == {"alles": ["true"], each.field: [case.typed[0]]}
    by_hand = {each.field: case.typed[0].upper()}
    for query in (exact, {"alles": "true"} | by_hand):
        at = open_page("gegevens", register=path, **query)
        assert not at.warning
        assert at.session_state[each.field] == case.held
        assert "**1** van de 3 activiteiten in het register" in words(at)
        assert phrase.lower() in words(at).lower().replace("\\", "")

    next(b for b in at.button if b.label == "Wis filters").click().run()
    assert at.session_state[each.field] == case.empty
    at.sidebar.toggle(key="alles").set_value(True).run()
    assert whole in words(at)

    found = widget(at, each)
    assert found.label == each.label
    assert found.options[:2] == case.typed
    found.set_value(case.held).run()
    assert "**1** van de 3 activiteiten in het register" in words(at)


def test_what_no_filter_knows_is_named(each, path, open_page):
    at = open_page("gegevens", register=path, alles="true", **{each.field: "Nergens bekend"})
    assert "‘Nergens bekend’ uit de link kennen we niet" in at.warning[0].value.replace("\\", "")
    assert "**alle 3** activiteiten in het register" in words(at)

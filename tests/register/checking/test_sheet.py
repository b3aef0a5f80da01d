"""What is made of the cells of a sheet: errors and formulas without an outcome, x columns, examples, one spelling."""

from datetime import datetime
from pathlib import Path

import pytest

from lrn.register.columns import VOORBEELD_ID
from lrn.register.load import build
from lrn.register.model import Source
from lrn.register.reading.book import Book, SheetTexts
from tests.conftest import PEILDATUM


def register_of(*rows, **more):
    texts = SheetTexts([list(column) for column in zip(*rows, strict=True)], **more)
    return build(Book({"Activiteiten": texts}), Source(Path("r.xlsx"), "1", datetime(2026, 10, 1)), PEILDATUM)


def told(register):
    return [(finding.cell.partition("!")[2], finding.message) for finding in register.findings]


def test_an_error_and_a_formula_without_an_outcome_are_no_values():
    rows = ["ID", "Naam", "Status", "Omschrijving"], ["K1", "Een", "", ""], ["K2", "Twee", "", "#N/B"]
    register = register_of(*rows, errors={(1, 2): "#VERW!"}, uncalculated=frozenset({(1, 3)}))
    repair, calculate = "herstel de formule of typ de waarde", "open de werkmap in Excel en sla die op"
    assert told(register) == [
        ("C2", f"Hier staat de Excel-fout #VERW! in plaats van een waarde: {repair}"),
        ("D2", f"Hier staat een formule zonder uitkomst: {calculate}"),
        ("D3", f"Hier staat de Excel-fout #N/B in plaats van een waarde: {repair}"),
    ]
    assert register.activiteiten[["status", "omschrijving"]].isna().all(axis=None)


def test_an_error_in_a_cell_that_is_needed_leaves_the_row_out():
    rows = ["ID", "Naam"], ["K1", ""], ["", "Twee"], ["K3", "Drie"]
    register = register_of(*rows, errors={(1, 1): "#N/B"}, uncalculated=frozenset({(2, 0)}))
    assert [(cell, message.partition(",")[0]) for cell, message in told(register)] == [
        ("B2", "Bij Naam staat de Excel-fout #N/B"),
        ("A3", "De formule bij ID heeft geen uitkomst"),
    ]
    assert register.activiteiten["id"].tolist() == ["K3"]


@pytest.mark.parametrize(
    ("cell", "numbers", "said"),
    [
        ("x", [3], False),
        ("X ", [3], False),
        ("ja", [3], False),
        ("3", [3], False),
        ("✓", [3], False),
        ("", [], False),
        ("nee", [], False),
        ("-", [], False),
        ("n.v.t.", [], False),
        ("4", [], True),
        ("misschien", [], True),
    ],
)
def test_a_mark_under_a_number_is_that_ingredient(cell, numbers, said):
    register = register_of(["ID", "Naam", "3", "Niveaus"], ["K1", "Een", cell, "tactisch"])
    assert register.ingredienten["nr"].tolist() == numbers
    assert told(register) == (
        [("C2", f"“{cell}” is geen x, dus ingrediënt 3 telt hier niet mee. Zet een x of laat de cel leeg")]
        if said
        else []
    )


def test_marks_add_to_what_the_column_of_ingredients_says():
    register = register_of(["ID", "Naam", "Ingrediënten", "9", "1"], ["K1", "Een", "5; 9", "x", "x"])
    assert register.ingredienten["nr"].tolist() == [1, 5, 9]


def test_the_first_spelling_of_a_college_stands_for_all():
    rows = [["K1", "Een", "Zorg & Welzijn"], ["K2", "Twee", "zorg en welzijn"], ["K3", "Drie", "College Zorg/Welzijn"]]
    register = register_of(["ID", "Naam", "College"], *rows, ["K4", "Vier", "?"])
    assert register.activiteiten["college"].fillna("").tolist() == ["Zorg & Welzijn"] * 3 + [""]
    assert told(register) == []


def test_a_row_that_only_shows_how_it_is_done_is_no_activity():
    rows = (
        ["ID", "Naam"],
        [VOORBEELD_ID, "zo"],
        [f" {VOORBEELD_ID.lower()} ", "of zo"],
        ["K1", "Een"],
        ["K2", VOORBEELD_ID],
    )
    register = register_of(*rows)
    assert register.activiteiten["id"].tolist() == ["K1", "K2"]
    (of_sheet,) = (rows for rows in register.rows if rows.sheet == "Activiteiten")
    assert (of_sheet.counted, of_sheet.left_out, of_sheet.examples) == (2, 0, 2)


def test_what_nobody_sees_makes_no_other_value_but_free_text_is_kept_as_it_was_typed():
    rows = ["K1", "Een", "#zorg", "actief"], ["K2", "Twee", "x\u200by", "act\u200bief"]
    register = register_of(["ID", "Naam", "Omschrijving", "Status"], *rows)
    assert register.activiteiten["omschrijving"].tolist() == ["#zorg", "x\u200by"]
    assert register.activiteiten["status"].tolist() == ["actief", "actief"]

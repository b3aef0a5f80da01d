import pytest

from lrn.register.checking.headings import headings_on, separator_in_one_column
from lrn.register.columns import ACTIVITEITEN, DEELNAMES
from lrn.register.load import load
from lrn.register.model import Severity, Unreadable
from lrn.register.reading.book import SheetTexts

SEPARATORS = [";", ",", "\t", "|"]
LINES = [["ID", "Naam", "Gemeente"], ["A1", "Een", "Leiden"], ["A2", "Twee, en drie", "Gouda"]]


def in_one(separator, lines=LINES):
    return [[separator.join(line)] for line in lines]


def column(rows):
    return SheetTexts([[row[0] if row else "" for row in rows]])


@pytest.mark.parametrize("separator", SEPARATORS)
def test_what_separates_columns_that_stand_in_one_is_found(separator):
    assert separator_in_one_column(ACTIVITEITEN, column([["Register"], [], *in_one(separator)])) == separator


@pytest.mark.parametrize(
    "rows",
    [
        [["appel;peer"], ["1;2"]],
        [["ID"], ["A1"]],
        [["ID en Naam, zie boven"]],
        [],
        [["ID;Naam" + ";x" * 10_000]],
    ],
)
def test_other_texts_in_one_column_are_no_columns(rows):
    assert separator_in_one_column(ACTIVITEITEN, column(rows)) == ""


def test_headings_in_columns_of_their_own_are_not_all_in_one():
    assert separator_in_one_column(ACTIVITEITEN, SheetTexts([["ID;Naam"], ["Gemeente"]])) == ""


@pytest.mark.parametrize(
    ("separator", "named"), [(";", "de puntkomma"), (",", "de komma"), ("\t", "de tab"), ("|", "| (bij Overige)")]
)
def test_everything_in_column_a_is_told_with_what_excel_calls_it(build_register, separator, named):
    with pytest.raises(Unreadable) as problem:
        build_register({"Activiteiten": in_one(separator)})
    assert str(problem.value) == (
        "Op het werkblad Activiteiten van “register.xlsx” staan alle kolommen in kolom A: selecteer die en kies in Excel "
        f"Gegevens > Tekst naar kolommen, met {named} als scheidingsteken."
    )


def test_another_sheet_in_column_a_is_one_fout_and_takes_nothing_else_along(build_register):
    deelnames = [["Activiteit;Partner;Rol"], ["A1;P1;deelnemer"], ["A1;P2;deelnemer"]]
    register = build_register({"Activiteiten": LINES, "Deelnames": deelnames})
    assert [(f.severity, f.cell) for f in register.findings] == [(Severity.FOUT, "Deelnames!A1")]
    assert register.findings[0].message.startswith("Alle kolommen staan in kolom A, dus geen rij telt mee: selecteer")
    assert (register.rows_of("Activiteiten").counted, register.rows_of("Deelnames").left_out) == (2, 2)


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_csv_is_read_with_any_of_them(tmp_path, separator):
    lines = [[f'"{text}"' for text in line] for line in LINES]
    (tmp_path / "Activiteiten.csv").write_text("\n".join(separator.join(line) for line in lines), encoding="utf-8")
    assert load(tmp_path).activiteiten["naam"].tolist() == ["Een", "Twee, en drie"]


def test_a_csv_of_lines_in_quotes_has_everything_in_column_a(tmp_path):
    lines = [f'"{separated}"' for (separated,) in in_one(",", LINES[:2])]
    (tmp_path / "Activiteiten.csv").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(Unreadable, match=r"alle kolommen in kolom A.*met de komma als"):
        load(tmp_path)


def test_headings_are_named_on_one_line_and_without_addresses():
    row = ["Titel\nvan het lab", "m.bakker@voorbeeld.example", "k" * 50, "\u200b"]
    assert headings_on(DEELNAMES, SheetTexts([[text] for text in row])) == [
        "Titel van het lab",
        "[e-mailadres]",
        "k" * 29 + "…",
    ]


@pytest.mark.parametrize(("amount", "last"), [(8, "kop 8"), (9, "nog 1"), (1008, "nog 1.000")])
def test_of_many_headings_eight_are_named(amount, last):
    named = headings_on(DEELNAMES, SheetTexts([[f"kop {n}"] for n in range(1, amount + 1)]))
    assert (named[:8], named[-1]) == ([f"kop {n}" for n in range(1, 9)], last)

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from lrn.measures.rows.card import activity
from lrn.measures.rows.listing import formats, headings, order, table
from lrn.register.load import build
from lrn.register.model import Source
from lrn.register.reading.book import Book, SheetTexts
from lrn.register.reading.kept import Kept

OWN = [
    ["ID", "Naam", "Omschrijving", "Trekker", "Kostenplaats", "Akkoord", "Geboortedatum", "Naam", "Budget", "Contactpersoon", "E-mail"],
    ["A", "Een", "Bel 06-12345678", "Noor Vos", "3240", "ja", "1-1-1990", "x", "€ 1.200", "Noor Vos", "noor@voorbeeld.example"],
    ["B", "Twee", "", "", "", "", "", "", "", "", ""],
]  # fmt: skip


@pytest.fixture
def activities(register):
    return table(register, register.activiteiten, kind="activiteiten")


def test_a_list_of_activities_has_every_column_but_the_contact_columns(register):
    assert list(headings(register, "activiteiten").values()) == [
        "ID", "Naam", "Omschrijving", "Verschijningsvorm", "Gemeente", "Arbeidsmarktregio", "Regio", "Locatie",
        "Breedtegraad", "Lengtegraad", "College", "Team", "Status", "Start", "Einde", "Ingrediënten", "Netwerkthema",
        "Thema's", "Niveaus", "Betrokkenen", "Partners", "Samenwerkingsvorm", "Rol mboRijnland", "Deelname",
        "Meerwaarde mboRijnland", "Meerwaarde partners", "Opbrengst", "Bijgewerkt", "Onbekend", "Rij in de werkmap",
    ]  # fmt: skip


def test_cells_read_as_labels(activities):
    first = activities.iloc[0]
    assert first["vorm"] == "Livinglab"
    assert first["gemeente"] == "Leiden"
    assert first["plaats"] == "Holland Rijnland"
    assert first["ingredienten"] == "1. Uitdagingen; 2. Deelnemers; 3. Niveaus"
    assert first["themas"] == "Onderwijs; Zorg; Welzijn"  # the vocabulary's order
    assert first["niveaus"] == "strategisch; tactisch; operationeel"
    assert first["netwerkthema"] == "ja"
    assert first["partners"] == "Stadsbestuur Leiden; Zorgkoepel"
    assert first["start"].date() == date(2024, 2, 1)
    assert first["rij"] == "Activiteiten, rij 2"
    assert activities["vorm"][5] == "Onbekend"
    assert activities["regio"][5] == "Midden-Holland"
    assert list(activities.iloc[6][["vorm", "gemeente", "themas", "netwerkthema", "partners"]]) == [""] * 5


def test_no_contact_details_in_any_list(register, build_register):
    for these, secrets in (
        (register, ("Noor", "@")),
        (build_register({"Activiteiten": OWN}), ("Noor", "noor@", "0612")),
    ):
        for kind in ("activiteiten", "partners", "verbindingslijnen"):
            told = table(these, getattr(these, kind), kind=kind).to_csv()
            assert not [secret for secret in secrets if secret in told]


def test_own_columns_are_there_when_they_cannot_be_about_a_person(build_register):
    register = build_register({"Activiteiten": OWN})
    own = {name: heading for name, heading in headings(register, "activiteiten").items() if name.startswith("eigen")}
    assert list(own.values()) == ["Kostenplaats", "Akkoord", "Budget"]
    told = table(register, register.activiteiten, kind="activiteiten")
    assert told[list(own)].to_numpy().tolist() == [["3240", "ja", "€ 1.200"], ["", "", ""]]
    assert told["omschrijving"][0] == "Bel [telefoonnummer]"


@pytest.fixture
def with_values(build_register):
    """A register whose own columns hold numbers, truths and moments, as a workbook keeps them."""
    headings = ["Budget", "Aandeel", "Klaar", "Moment", "Duur", "Volgnummer"]
    cells = [
        (3703.5, 0.5, -10.0, None),
        (0.125, None, 0.5, 1.0),
        (True, False, None, True),
        (datetime(2024, 3, 15), datetime(2026, 5, 1, 14, 5), None, date(2023, 1, 1)),
        (timedelta(hours=24, minutes=30), timedelta(hours=9), None, time(23, 0)),
        (123456789.0, 1.0, 2.0, 3.0),  # nine digits may be a BSN
    ]
    columns = [["ID", "A", "B", "C", "D"], ["Naam", "Een", "Twee", "Drie", "Vier"]]
    columns += [[name, *("" if cell is None else "x" for cell in of)] for name, of in zip(headings, cells, strict=True)]
    kept = Kept(
        {n: (columns[n][0], *of) for n, of in enumerate(cells, start=2)},
        formats=lambda position: dict.fromkeys(range(1, 5), "0.0%") if position == 3 else {},
    )
    return build(
        Book({"Activiteiten": SheetTexts(columns, kept=kept)}), Source(Path("r.xlsx"), "1", datetime.min), date.max
    )


def test_own_numbers_days_and_truths_are_listed_as_what_they_are(with_values):
    named = {
        heading: name for name, heading in headings(with_values, "activiteiten").items() if name.startswith("eigen")
    }
    assert list(named) == ["Budget", "Aandeel", "Klaar", "Moment", "Duur"]
    told = table(with_values, with_values.activiteiten, kind="activiteiten")
    assert told[named["Budget"]].tolist()[:3] == [3703.5, 0.5, -10.0]
    assert told[named["Klaar"]].tolist() == ["ja", "nee", "", "ja"]
    assert told[named["Moment"]].dropna().tolist()[1] == datetime(2026, 5, 1, 14, 5)
    codes = {heading: formats(with_values, "activiteiten").get(name) for heading, name in named.items()}
    assert codes == {"Budget": "General", "Aandeel": "0.0%", "Klaar": None, "Moment": None, "Duur": "[h]:mm"}


@pytest.mark.parametrize(
    ("heading", "up"),
    [("Budget", "CBAD"), ("Aandeel", "ACDB"), ("Klaar", "ADBC"), ("Moment", "DABC"), ("Duur", "BDAC")],
)
def test_own_columns_are_in_order_of_their_value(with_values, heading, up):
    name = next(name for name, told in headings(with_values, "activiteiten").items() if told == heading)
    listed = table(with_values, with_values.activiteiten, kind="activiteiten")
    found = order(listed, kind="activiteiten", column=name)
    assert "".join(listed["id"].iloc[found]) == up


def test_own_numbers_that_are_written_as_texts_are_in_order_of_their_value(build_register):
    budgets = ["€ 1.200", "0,5", "-10", "", "0,125", "10", "12,5%"]
    rows = [["ID", "Naam", "Budget"], *([f"A{n}", "x", budget] for n, budget in enumerate(budgets))]
    register = build_register({"Activiteiten": rows})
    listed = table(register, register.activiteiten, kind="activiteiten")
    found = order(listed, kind="activiteiten", column="eigen_1")
    assert listed["eigen_1"].iloc[found].tolist() == ["-10", "0,125", "0,5", "10", "12,5%", "€ 1.200", ""]


def test_the_card_tells_own_values_as_they_are_shown(with_values):
    told = {fact.heading: fact.text for fact in activity(with_values, "A").facts}
    assert {name: told[name] for name in ("Budget", "Aandeel", "Klaar", "Moment", "Duur")} == {
        "Budget": "3703,5", "Aandeel": "12,5%", "Klaar": "ja", "Moment": "15 maart 2024", "Duur": "24:30"
    }  # fmt: skip
    moment = {fact.heading: fact.text for fact in activity(with_values, "B").facts}["Moment"]
    assert moment == "1 mei 2026, 14:05"


def test_an_own_column_that_is_called_as_one_of_ours_says_so(build_register):
    rows = [["ID", "Naam", "Partners"], ["A", "Een", "3"]]
    assert "Partners (eigen kolom)" in headings(build_register({"Activiteiten": rows}), "activiteiten").values()


def test_rows_of_a_selection_keep_their_order(register):
    some = register.activiteiten[register.activiteiten["id"].isin(["K09", "K03"])]
    assert list(table(register, some, kind="activiteiten")["id"]) == ["K03", "K09"]


def test_partners_count_the_activities_in_view(register):
    from lrn.selection import Selection, apply

    within = apply(Selection(peildatum=date(2026, 10, 1)), register)
    told = table(register, register.partners, kind="partners", within=within)
    assert list(told["activiteiten"]) == [2, 2, 0, 0]
    assert list(table(register, register.partners, kind="partners")["activiteiten"]) == [2, 2, 1, 0]
    assert list(told["soort"]) == ["overheid", "branchevereniging", "bedrijf", "overheid"]


def test_lines_name_their_ends(register):
    told = table(register, register.verbindingslijnen, kind="verbindingslijnen")
    assert told[["van", "naar"]].to_numpy().tolist()[:3] == [
        ["Zorglab Leiden", "Wijkleercentrum Woerden"],
        ["Leiden", "Gouda"],
        ["Duurzaam bouwen Gouda", "Midden-Holland"],
    ]


# ── Order ────────────────────────────────────────────────────────────────────────────────────────────────────


def in_order(listed, column, **options):
    return [listed["id"][position] for position in order(listed, kind="activiteiten", column=column, **options)]


def test_what_is_not_filled_in_is_last_either_way(activities):
    assert in_order(activities, "start") == ["K08", "K01", "K03", "K05", "K02", "K10", "K06", "K09", "K04", "K07"]
    assert in_order(activities, "start", descending=True) == [
        "K09", "K06", "K10", "K02", "K05", "K03", "K01", "K08", "K04", "K07",
    ]  # fmt: skip


def test_terms_are_in_the_order_of_their_vocabulary(activities):
    # verkenning, voorbereiding, actief (as in the workbook), afgerond, none
    assert in_order(activities, "status") == ["K10", "K02", "K01", "K03", "K04", "K05", "K06", "K09", "K08", "K07"]
    assert in_order(activities, "plaats")[:3] == ["K01", "K09", "K10"]  # Holland Rijnland comes first


def test_texts_are_in_the_order_of_the_alphabet_and_their_numbers_by_value(activities):
    assert in_order(activities, "rij", descending=True)[0] == "K10"  # rij 11, and not rij 9
    assert in_order(activities, "naam")[:2] == ["K08", "K02"]  # Duurzaam, Energiehub
    assert in_order(activities, "college")[:2] == ["K09", "K10"]  # Economie


def test_every_column_can_be_the_order(register, activities):
    for column in headings(register, "activiteiten"):
        assert sorted(order(activities, kind="activiteiten", column=column)) == list(range(10))

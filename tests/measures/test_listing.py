from datetime import date

import pytest

from lrn.measures.listing import headings, order, table

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
        "ID", "Naam", "Omschrijving", "Verschijningsvorm", "Gemeente", "Arbeidsmarktregio", "Plaats", "Locatie",
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

from datetime import date, timedelta

import pytest

from lrn.register.model import Severity, SheetRows, Unreadable

TODAY = date(2026, 10, 1)


def place(build_register, gemeente, regio):
    """The place of one activity, and what was said about its region."""
    rows = [["ID", "Naam", "Gemeente", "Arbeidsmarktregio"], ["K1", "Zorglab", gemeente, regio]]
    register = build_register({"Activiteiten": rows})
    return register.activiteiten["plaats"].item(), [f for f in register.findings if f.column == "Arbeidsmarktregio"]


def found(register, severity):
    return [(f.cell, f.value, f.suggestion) for f in register.findings_of(severity)]


# ── Every row is counted or left out with a reason ───────────────────────────────────────────────────────────


def test_every_row_is_counted_or_left_out_with_a_reason(build_register):
    rows = [
        ["ID", "Naam", "Notitie"],
        ["K1", "telt", ""],
        ["", "zonder ID", ""],
        ["", "", ""],
        ["K2", "", ""],
        ["k 1", "dubbel", ""],
        ["", "", "alleen een notitie"],
        ["K3", "telt", ""],
        ["  ", " ", "\n"],
        ["K1", "nog eens dubbel", ""],
    ]
    register = build_register({"Activiteiten": rows})
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", counted=2, left_out=5)
    assert list(register.activiteiten["id"]) == ["K1", "K3"]
    assert list(register.activiteiten["rij"]) == [2, 8]
    assert {f.row for f in register.findings_of(Severity.FOUT)} == {3, 5, 6, 7, 10}


@pytest.mark.parametrize(
    ("row", "cell", "column"),
    [
        (["", "Zorglab"], "Activiteiten!A3", "ID"),
        (["K2", ""], "Activiteiten!B3", "Naam"),
        (["K1", "dubbel"], "Activiteiten!A3", "ID"),
        ([" k1 ", "dubbel"], "Activiteiten!A3", "ID"),
    ],
    ids=["no ID", "no name", "same ID", "same ID in another spelling"],
)
def test_a_row_that_cannot_be_counted_is_a_fout(build_register, row, cell, column):
    register = build_register({"Activiteiten": [["ID", "Naam"], ["K1", "eerste"], row]})
    assert [(f.cell, f.column, f.row) for f in register.findings_of(Severity.FOUT)] == [(cell, column, 3)]
    assert list(register.activiteiten["naam"]) == ["eerste"]


def test_of_a_duplicate_id_the_first_row_counts_and_is_named(build_register):
    rows = [["ID", "Naam"], ["K7", "eerste"], ["K8", "ander"], ["K7", "tweede"]]
    register = build_register({"Activiteiten": rows})
    assert list(register.activiteiten["naam"]) == ["eerste", "ander"]
    (fout,) = register.findings_of(Severity.FOUT)
    assert (fout.row, fout.value) == (4, "K7")
    assert "rij 2" in fout.message


def test_a_row_that_is_left_out_does_not_use_up_its_id(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam"], ["K1", ""], ["K1", "tweede"]]})
    assert list(register.activiteiten["naam"]) == ["tweede"]


def test_every_sheet_counts_its_rows(register):
    assert register.rows == (
        SheetRows("Activiteiten", 10, 0),
        SheetRows("Partners", 4, 0),
        SheetRows("Deelnames", 5, 0),
        SheetRows("Verbindingslijnen", 5, 0),
    )


def test_headings_without_rows_are_an_empty_register(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam", "Gemeente"]]})
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 0, 0)
    assert len(register.activiteiten) == len(register.ingredienten) == len(register.partners) == 0
    assert register.findings == ()


@pytest.mark.parametrize(
    ("rows", "sentence_end"),
    [
        ([], "geen kolommen met de kop ID en Naam. Zet die koppen boven de kolommen."),
        (
            [["appel", "peer"]],
            "geen kolommen met de kop ID en Naam. Zet die koppen boven de kolommen. Gevonden koppen: appel en peer.",
        ),
        (
            [["Register"], [], ["ID", "Gemeente"]],
            "geen kolom met de kop Naam. Zet die kop boven de kolom met de namen. Gevonden koppen: ID en Gemeente.",
        ),
        (
            [["Titel", "Gemeente", *(f"kolom {n}" for n in range(8))]],
            "geen kolom met de kop ID. Voeg een kolom ID toe, met voor elke rij een eigen kenmerk, zoals A-001. "
            "Gevonden koppen: Titel, Gemeente, kolom 0, kolom 1, kolom 2, kolom 3, kolom 4, kolom 5 en nog 2.",
        ),
    ],
    ids=["empty sheet", "no headings", "no name", "no ID"],
)
def test_a_sheet_without_its_headings_gives_one_sentence(build_register, rows, sentence_end):
    with pytest.raises(Unreadable) as problem:
        build_register({"Activiteiten": rows})
    assert str(problem.value) == f"Op het werkblad Activiteiten van “register.xlsx” vinden we {sentence_end}"


# ── Values that are not understood ───────────────────────────────────────────────────────────────────────────


def test_findings_point_at_the_cell_as_excel_counts_it(build_register):
    rows = [
        ["Register van het kernteam", "", "", "", ""],
        ["", "", "", "", ""],
        ["ID", "Naam", "Gemeente", "Start", "Einde"],
        ["K1", "Zorglab", "Leiden", "2026-01-01", ""],
        ["", "", "", "", ""],
        ["K2", "Energiehub", "Zoetemeer", "1-1-2026", "31-2-2026"],
    ]
    register = build_register({"Activiteiten": rows})
    assert found(register, Severity.WAARSCHUWING) == [
        ("Activiteiten!C6", "Zoetemeer", "Zoetermeer"),
        ("Activiteiten!E6", "31-2-2026", ""),
    ]
    assert list(register.activiteiten["rij"]) == [4, 6]


def test_a_value_that_is_not_understood_leaves_the_row_counted(build_register):
    rows = [
        ["ID", "Naam", "Gemeente", "Verschijningsvorm", "Status", "Thema's", "Start", "Netwerkthema"],
        ["K1", "Zorglab", "Atlantis", "Toverlab", "slapend", "zorg; ruimtevaart", "ooit", "wellicht"],
    ]
    register = build_register({"Activiteiten": rows})
    row = register.activiteiten.iloc[0]
    assert (row["gemeente"], row["vorm"], row["status"]) == ("onbekend", "onbekend", "onbekend")
    assert row["plaats"] == "zonder"
    assert list(register.themas["thema"]) == ["zorg", "onbekend"]
    assert row[["start", "netwerkthema"]].isna().all()
    assert [f.column for f in register.findings_of(Severity.WAARSCHUWING)] == [
        "Gemeente",
        "Verschijningsvorm",
        "Status",
        "Thema's",
        "Start",
        "Netwerkthema",
    ]
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 1, 0)


def test_an_end_before_the_start_is_not_believed(build_register):
    rows = [["ID", "Naam", "Start", "Einde"], ["K1", "Zorglab", "1-10-2026", "30-9-2026"]]
    register = build_register({"Activiteiten": rows})
    assert register.activiteiten["einde"].isna().all()
    assert list(register.activiteiten["start"].dt.date) == [date(2026, 10, 1)]
    assert found(register, Severity.WAARSCHUWING) == [("Activiteiten!D2", "30-9-2026", "")]


def test_an_end_on_the_day_of_the_start_is_believed(build_register):
    rows = [["ID", "Naam", "Start", "Einde"], ["K1", "Hackathon", "1-10-2026", "1-10-2026"]]
    register = build_register({"Activiteiten": rows})
    assert list(register.activiteiten["einde"].dt.date) == [date(2026, 10, 1)]
    assert register.findings == ()


# ── Places ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("gemeente", "regio", "expected"),
    [
        ("Leiden", "", "AM19"),
        ("Zoetermeer", "", "AM34"),
        ("Gouda", "", "AM20"),
        ("Delft", "", "AM21"),
        ("Woerden", "", "GM0632"),
        ("Zuidplas", "", "elders"),
        ("Utrecht", "", "elders"),
        ("", "", "zonder"),
        ("Atlantis", "", "zonder"),
        ("", "Midden-Holland", "AM20"),
        ("", "Haaglanden", "AM21"),
        ("", "Woerden", "GM0632"),
        ("", "Rijnmond", "elders"),
        ("", "Midden-Utrecht", "elders"),
        ("", "Drechtsteden", "elders"),
        ("", "Atlantis", "zonder"),
        ("Leiden", "Atlantis", "AM19"),
        ("Atlantis", "Midden-Holland", "AM20"),
        ("Leiden", "Holland Rijnland", "AM19"),
        ("Leiden", "Midden-Holland", "AM20"),
        ("Leiden", "Rijnmond", "elders"),
        ("Woerden", "Midden-Utrecht", "GM0632"),
        ("Woerden", "Woerden", "GM0632"),
        ("Woerden", "Midden-Holland", "AM20"),
        ("Zuidplas", "Rijnmond", "elders"),
        ("Zuidplas", "Midden-Holland", "AM20"),
        ("Utrecht", "Holland Rijnland", "AM19"),
    ],
)
def test_an_activity_counts_under_its_region_or_else_under_that_of_its_municipality(
    build_register, gemeente, regio, expected
):
    assert place(build_register, gemeente, regio)[0] == expected


@pytest.mark.parametrize(
    ("gemeente", "regio"),
    [
        ("Leiden", "Midden-Holland"),
        ("Leiden", "Rijnmond"),
        ("Leiden", "Woerden"),
        ("Woerden", "Midden-Holland"),
        ("Zuidplas", "Midden-Holland"),
        ("Utrecht", "Holland Rijnland"),  # CBS puts Utrecht in none of our regions
    ],
)
def test_a_region_that_contradicts_cbs_is_said(build_register, gemeente, regio):
    _, findings = place(build_register, gemeente, regio)
    assert [(f.cell, f.value) for f in findings] == [("Activiteiten!D2", regio)]


@pytest.mark.parametrize(
    ("gemeente", "regio"),
    [
        ("Leiden", "Holland Rijnland"),
        ("Woerden", "Midden-Utrecht"),
        ("Woerden", "Woerden"),
        ("Zuidplas", "Rijnmond"),
        ("", "Midden-Holland"),
        ("Utrecht", "Midden-Utrecht"),
        ("Zuidplas", "Elders"),
    ],
)
def test_a_region_that_agrees_with_cbs_needs_no_word(build_register, gemeente, regio):
    assert place(build_register, gemeente, regio)[1] == []


def test_the_network_theme_among_the_themes_counts_as_ja(build_register):
    rows = [
        ["ID", "Naam", "Netwerkthema", "Thema's"],
        ["K1", "leeg", "", "zorg; arbeidsmarkttransities"],
        ["K2", "nee", "nee", "arbeidsmarkttransities"],
        ["K3", "ja", "ja", ""],
    ]
    register = build_register({"Activiteiten": rows})
    assert list(register.activiteiten["netwerkthema"]) == [True, False, True]
    assert register.themas.to_numpy().tolist() == [["K1", "zorg"]]


# ── What can be better ───────────────────────────────────────────────────────────────────────────────────────


def test_ingredient_three_without_a_level_is_remarked_on(build_register):
    rows = [
        ["ID", "Naam", "Ingrediënten", "Niveaus"],
        ["K1", "zonder niveau", "3", ""],
        ["K2", "met niveau", "3", "tactisch"],
        ["K3", "ander ingrediënt", "4", ""],
    ]
    assert found(build_register({"Activiteiten": rows}), Severity.OPMERKING) == [("Activiteiten!D2", "", "")]


@pytest.mark.parametrize(("days", "remarks"), [(0, 0), (365, 0), (367, 1), (2000, 1)])
def test_an_activity_not_updated_for_a_year_is_remarked_on(build_register, days, remarks):
    updated = (TODAY - timedelta(days=days)).isoformat()
    rows = [["ID", "Naam", "Bijgewerkt"], ["K1", "Zorglab", updated]]
    register = build_register({"Activiteiten": rows}, today=TODAY)
    assert len(register.findings_of(Severity.OPMERKING)) == remarks


def test_findings_come_in_the_order_of_the_workbook(register):
    assert [(f.severity.value, f.cell) for f in register.findings] == [
        ("opmerking", "Activiteiten!P4"),  # K03 was updated long ago
        ("waarschuwing", "Activiteiten!C7"),  # nobody knows the form of K06
    ]


# ── Unknown columns and sheets, spellings ────────────────────────────────────────────────────────────────────


def test_unknown_columns_are_kept_aside_and_named(build_register):
    rows = [["ID", "Budget", "Naam", "Gemeeente"], ["K1", "1e5", "Zorglab", "Leiden"], ["K2", "", "Energiehub", ""]]
    register = build_register({"Activiteiten": rows})
    aside = register.terzijde["Activiteiten"]
    assert aside["Budget"].tolist() == ["1e5", ""]
    assert aside["rij"].tolist() == [2, 3]
    assert [(f.severity.value, f.cell, f.value, f.suggestion) for f in register.findings] == [
        ("opmerking", "Activiteiten!B1", "Budget", ""),
        ("waarschuwing", "Activiteiten!D1", "Gemeeente", "Gemeente"),
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "meant"),
    [("Deelnemers", 12, ""), ("Starters", 40, ""), ("Deelnames", "bewust", "Deelname"), ("Gemeentes", "", "Gemeente")],
)
def test_a_heading_is_no_misspelling_of_one_under_which_its_values_could_not_stand(
    build_register, heading, cell, meant
):
    register = build_register({"Activiteiten": [["ID", "Naam", heading], ["K1", "a", cell], ["K2", "b", cell]]})
    severity = Severity.WAARSCHUWING if meant else Severity.OPMERKING
    assert [(f.severity, f.cell, f.suggestion) for f in register.findings] == [(severity, "Activiteiten!C1", meant)]


def test_unknown_columns_with_the_same_heading_are_all_kept(build_register):
    rows = [["ID", "Naam", "Notitie", "Notitie"], ["K1", "Zorglab", "a", "b"]]
    aside = build_register({"Activiteiten": rows}).terzijde["Activiteiten"]
    assert sorted(str(x) for x in aside.iloc[0]) == ["2", "a", "b"]


def test_an_unknown_column_may_have_any_name(build_register):
    rows = [["ID", "Naam", "rij"], ["K1", "Zorglab", "achterste"]]
    register = build_register({"Activiteiten": rows})
    assert "achterste" in register.terzijde["Activiteiten"].iloc[0].tolist()


def test_a_column_that_is_there_twice_is_named(build_register):
    rows = [["ID", "Naam", "Gemeente", "gemeente"], ["K1", "Zorglab", "Leiden", "Gouda"]]
    register = build_register({"Activiteiten": rows})
    assert list(register.activiteiten["gemeente"]) == ["GM0546"]
    assert [(f.severity.value, f.cell) for f in register.findings] == [("waarschuwing", "Activiteiten!D1")]


def test_an_unknown_sheet_is_named_and_the_written_ones_are_not(build_register):
    sheets = {
        "Activiteiten": [["ID", "Naam"], ["K1", "Zorglab"]],
        "Lijsten": [["thema"], ["zorg"]],
        "Uitleg": [["Hoe vul ik dit in?"]],
        "Begroting": [["bedrag"], ["10"]],
        "Te verbeteren": [["Soort"], ["fout"]],
        "Te verbeteren (2)": [["Soort"], ["fout"]],
    }
    register = build_register(sheets)
    assert [(f.severity.value, f.sheet) for f in register.findings] == [("opmerking", "Begroting")]


def test_a_workbook_with_the_sample_sheet_is_marked_as_invented(build_register):
    sheets = {"Activiteiten": [["ID", "Naam"]], "Voorbeelddata": [["verzonnen"]]}
    assert build_register(sheets).source.is_sample


@pytest.mark.parametrize(
    "spelling", ["zorg en welzijn", "ZORG EN WELZIJN", "Zorg  en Welzijn ", "Zorg en\u00a0Welzijn", "Zórg en Welzijn"]
)
def test_spellings_of_a_college_are_brought_together(build_register, spelling):
    rows = [["ID", "Naam", "College"], ["K1", "a", "Zorg en Welzijn"], ["K2", "b", spelling], ["K3", "c", "Techniek"]]
    register = build_register({"Activiteiten": rows})
    assert list(register.activiteiten["college"]) == ["Zorg en Welzijn", "Zorg en Welzijn", "Techniek"]


def test_x_columns_and_the_column_of_ingredients_mean_the_same(build_register):
    one = [["ID", "Naam", "Ingrediënten"], ["K1", "a", "1;5;11"], ["K2", "b", ""], ["K3", "c", "9"]]
    marks = ["ID", "Naam", "1", "5", "9. Samen aan de slag", "11"]
    eleven = [marks, ["K1", "a", "x", "X", "", "ja"], ["K2", "b", "", "nee", "0", "-"], ["K3", "c", "", "", "9", ""]]
    expected = [["K1", 1], ["K1", 5], ["K1", 11], ["K3", 9]]
    for rows in (one, eleven):
        assert build_register({"Activiteiten": rows}).ingredienten.to_numpy().tolist() == expected


def test_something_else_than_an_x_is_named_in_its_own_cell(build_register):
    rows = [["ID", "Naam", "1", "2"], ["K1", "a", "x", "soms"]]
    register = build_register({"Activiteiten": rows})
    assert register.ingredienten.to_numpy().tolist() == [["K1", 1]]
    assert found(register, Severity.WAARSCHUWING) == [("Activiteiten!D2", "soms", "")]


# ── References ───────────────────────────────────────────────────────────────────────────────────────────────

ACTIVITIES = [["ID", "Naam"], ["K01", "Zorglab"], ["K02", "Energiehub"], ["K02", "dubbel"], ["", "zonder ID"]]


@pytest.mark.parametrize(
    ("activity", "partner", "expected", "finding"),
    [
        ("K01", "P1", ["K01", "P1"], []),
        ("k01 ", " p 1", ["K01", "P1"], []),
        ("K1", "P1", ["onbekend", "P1"], [("Deelnames!A2", "K1", "K01")]),
        ("Zorglab", "P1", ["onbekend", "P1"], [("Deelnames!A2", "Zorglab", "K01")]),
        ("K99", "P1", ["onbekend", "P1"], [("Deelnames!A2", "K99", "")]),
        ("K01", "Gemeenteraad", ["K01", "onbekend"], [("Deelnames!B2", "Gemeenteraad", "P1")]),
        ("K01", "P-001", ["K01", "onbekend"], [("Deelnames!B2", "P-001", "P1")]),
    ],
)
def test_a_deelname_names_a_known_activity_and_partner(build_register, activity, partner, expected, finding):
    sheets = {
        "Activiteiten": ACTIVITIES,
        "Partners": [["ID", "Naam"], ["P1", "Gemeenteraad"]],
        "Deelnames": [["Activiteit", "Partner"], [activity, partner]],
    }
    register = build_register(sheets)
    assert register.deelnames[["activiteit", "partner"]].to_numpy().tolist() == [expected]
    assert found(register, Severity.WAARSCHUWING) == finding
    assert register.rows_of("Deelnames") == SheetRows("Deelnames", 1, 0)


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("K01", "activiteit", "K01"),
        ("k01", "activiteit", "K01"),
        ("Leiden", "gemeente", "GM0546"),
        ("gem. Leiden", "gemeente", "GM0546"),
        ("Den Haag", "gemeente", "GM0518"),
        ("Woerden", "gemeente", "GM0632"),
        ("Utrecht", "gemeente", "elders:Utrecht"),
        ("Holland Rijnland", "regio", "AM19"),
        ("Regio Midden-Holland", "regio", "AM20"),
        ("Haaglanden", "regio", "AM21"),
        ("Groningen", "gemeente", "elders:Groningen"),
        ("Regio Groningen", "regio", "elders:Groningen"),
    ],
)
def test_an_end_of_a_line_is_an_activity_a_municipality_or_a_region(build_register, text, kind, code):
    lines = [["ID", "Van", "Naar"], ["L1", text, "K02"], ["L2", "K02", text]]
    frame = build_register({"Activiteiten": ACTIVITIES, "Verbindingslijnen": lines}).verbindingslijnen
    assert list(frame["van_soort"]) == [kind, "activiteit"]
    assert list(frame["van"]) == [code, "K02"]
    assert list(frame["naar_soort"]) == ["activiteit", kind]
    assert list(frame["naar"]) == ["K02", code]


@pytest.mark.parametrize(("text", "meant"), [("K1", "K01"), ("Zorglab", "K01"), ("Zoetemeer", "Zoetermeer"), ("?", "")])
def test_an_end_that_is_not_understood_is_onbekend_with_what_was_meant(build_register, text, meant):
    lines = [["ID", "Van", "Naar"], ["L1", text, "K02"]]
    register = build_register({"Activiteiten": ACTIVITIES, "Verbindingslijnen": lines})
    assert register.verbindingslijnen[["van_soort", "van"]].to_numpy().tolist() == [["onbekend", "onbekend"]]
    assert found(register, Severity.WAARSCHUWING) == [("Verbindingslijnen!B2", text, meant)]


def test_a_line_without_an_end_is_left_out(build_register):
    lines = [["ID", "Van", "Naar"], ["L1", "K01", ""], ["L2", "", "K01"], ["L3", "K01", "K02"]]
    register = build_register({"Activiteiten": ACTIVITIES, "Verbindingslijnen": lines})
    assert register.rows_of("Verbindingslijnen") == SheetRows("Verbindingslijnen", 1, 2)
    assert [f.cell for f in register.findings if f.sheet == "Verbindingslijnen"] == [
        "Verbindingslijnen!C2",
        "Verbindingslijnen!B3",
    ]


def test_the_ends_of_the_ten_rows_are_understood(register):
    ends = register.verbindingslijnen[["van_soort", "van", "naar_soort", "naar"]].to_numpy().tolist()
    assert ends == [
        ["activiteit", "K01", "activiteit", "K03"],
        ["gemeente", "GM0546", "gemeente", "GM0513"],
        ["activiteit", "K08", "regio", "AM20"],
        ["activiteit", "K02", "activiteit", "K09"],
        ["gemeente", "GM0632", "regio", "AM19"],
    ]


def test_values_are_kept_as_codes_and_dates(register):
    first = register.activiteiten.iloc[0]
    assert (first["id"], first["vorm"], first["gemeente"], first["plaats"]) == ("K01", "livinglab", "GM0546", "AM19")
    assert first["start"].date() == date(2024, 2, 1)
    assert register.activiteiten["netwerkthema"].tolist() == [
        True,
        True,
        None,
        True,
        False,
        True,
        None,
        True,
        False,
        True,
    ]
    levels = register.kenmerken[register.kenmerken["veld"] == "niveaus"]
    assert levels[["activiteit", "waarde"]].to_numpy().tolist() == [
        ["K01", "strategisch"],
        ["K01", "tactisch"],
        ["K01", "operationeel"],
        ["K06", "tactisch"],
    ]


def test_a_row_above_the_headings_is_named_and_a_title_is_not(build_register):
    rows = [["Register 2026", "", ""], ["A0", "Verdwenen", ""], ["ID", "Naam", "College"], ["A1", "Een", ""]]
    register = build_register({"Activiteiten": rows})
    assert [(f.severity.value, f.cell, f.value) for f in register.findings] == [("opmerking", "Activiteiten!A2", "A0")]


def test_headings_that_are_repeated_are_no_activity(build_register):
    rows = [["ID", "Naam"], ["A1", "Een"], ["ID", "Naam"], ["A2", "Twee"]]
    register = build_register({"Activiteiten": rows})
    assert list(register.activiteiten["id"]) == ["A1", "A2"]
    assert [(f.severity.value, f.cell) for f in register.findings] == [("fout", "Activiteiten!A3")]


def test_an_activity_knows_which_of_its_values_were_not_understood(build_register):
    rows = [["ID", "Naam", "Start", "Gemeente"], ["A1", "Een", "ooit", "Atlantis"], ["A2", "Twee", "", "Leiden"]]
    register = build_register({"Activiteiten": rows})
    assert register.activiteiten["niet_begrepen"].tolist() == ["Start, Gemeente", None]


def test_a_finding_carries_no_address_on(build_register):
    typed = "trekker: Marie, m.bakker@voorbeeld.example of 06-12345678"
    register = build_register({"Activiteiten": [["ID", "Naam", "Rol mboRijnland"], ["K1", "Zorglab", typed]]})
    (finding,) = register.findings
    told = f"{finding.value} {finding.message}"
    assert "[e-mailadres]" in told
    assert "[telefoonnummer]" in told
    assert "bakker@" not in told
    assert "12345678" not in told


def test_which_headings_were_read_is_told_of_the_sheets_that_are_there(build_register):
    sheets = {"Activiteiten": [["ID", "Naam", "3", "Kleur"], ["K1", "a", "x", ""]], "Partners": [["ID", "Naam"]]}
    assert build_register(sheets).read == {"Activiteiten": ("ID", "Naam", "Ingrediënten"), "Partners": ("ID", "Naam")}


def test_a_sheet_that_is_there_is_not_what_another_was_meant_to_be(build_register):
    sheets = {"Activiteiten": [["ID", "Naam"], ["K1", "a"]], "Partner": [["ID", "Naam"], ["P1", "a"]]}
    assert [finding.suggestion for finding in build_register(sheets).findings] == ["Partners"]
    both = build_register({**sheets, "Partners": [["ID", "Naam"], ["P1", "a"]]})
    assert [(finding.sheet, finding.suggestion) for finding in both.findings] == [("Partner", "")]

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from lrn.measures.quality import by_cause as groups_module
from lrn.measures.quality import unread
from lrn.measures.quality.by_cause import grouped
from lrn.register import columns as c
from lrn.register.load import SAMPLE, build, load
from lrn.register.matching.edits import applied
from lrn.register.matching.groups import LEAVE, MAKE_IDS, settle
from lrn.register.matching.model import Matching
from lrn.register.matching.plan import edits
from lrn.register.matching.propose import propose
from lrn.register.model import Severity, Source
from lrn.register.reading.book import Book
from lrn.register.rules import Rule
from lrn.register.values.cell import reader
from lrn.register.values.remark import EMPTY
from lrn.selection import active_on
from tests.register.matching.books import sheet

TODAY = date(2026, 11, 30)
HEADINGS = ["ID", "Naam", "Gemeente", "College", "Status", "Start", "Einde", "Ingrediënten", "Thema's"]
TEN = [
    ["A1", "Een", "Leiden", "Techniek en ICT", "klaar", "sept 2024", "doorlopend", "1 t/m 4", "klimaat en energie"],
    ["A2", "Twee", "Hele regio", "techniek", "Klaar", "", "", "alle", "zorg; klimaat en energie"],
    ["A3", "Drie", "Gouda", "ICT", "loopt", "", "okt 2025", "1-4", "zorg"],
    ["A4", "Vier", "hele regio ", "Zorg en Welzijn", "bezig", "", "doorlopend", "1.2.5", "Anders: taal"],
    ["A5", "Vijf", "Gouda / Waddinxveen", "zorg/welzijn", "klaar", "", "", "9 en 10", "alle"],
    ["", "Zes", "Leiden", "", "", "", "", "", ""],
    ["", "Zeven", "Leiden", "", "", "", "", "", ""],
    ["A8", "", "Leiden", "", "", "", "", "", ""],
    ["A1", "Negen", "Leiden", "", "", "", "", "", ""],
    ["A10", "Tien", "Leiden", "", "actief!", "1-9-2026", "1-9-2025", "12", ""],
]


@pytest.fixture(scope="module")
def ten(build_register):
    return build_register({"Activiteiten": [HEADINGS, *TEN]}, today=TODAY)


def by_title(register):
    return {group.title: group for group in grouped(register)}


def test_ten_rows_in_groups_in_the_order_of_what_they_do_to_the_figures(ten):
    assert [group.title for group in grouped(ten)] == [
        # columns that are not there
        "Netwerkthema niet gelezen: alleen een activiteit met het netwerkthema bij Thema's telt daar mee",
        "Verschijningsvorm niet gelezen: geen activiteit staat bij een vorm",
        "Bijgewerkt niet gelezen: niet te zien is hoe oud een rij is",
        # rows that do not count
        "2 × geen ID",
        "1 × ID staat er twee keer",
        "1 × geen Naam",
        # who is active
        "3 × klaar bij Status: herkennen we niet",
        "2 × doorlopend bij Einde: is geen datum",
        "1 × sept 2024 bij Start: de dag ontbreekt",
        "1 × Einde ligt vóór Start",
        "1 × okt 2025 bij Einde: de dag ontbreekt",
        # where
        "2 × Hele regio bij Gemeente: herkennen we niet",
        "1 × Gouda / Waddinxveen bij Gemeente: herkennen we niet",
        # with what
        "2 × klimaat en energie bij Thema's: herkennen we niet",
        "1 × 1-4 bij Ingrediënten: de puntkomma ontbreekt",
        "1 × 1.2.5 bij Ingrediënten: de puntkomma ontbreekt",
        "1 × 12 bij Ingrediënten: herkennen we niet",
        "1 × alle bij Ingrediënten: herkennen we niet",
        "1 × alle bij Thema's: herkennen we niet",
        # the rest
        "1 × ICT bij College: lijkt op een andere naam",
        "1 × techniek bij College: lijkt op een andere naam",
        "1 × ingrediënt 3 zonder niveau bij Niveaus",
    ]


def test_each_finding_is_in_one_group(ten):
    assert sum(group.count for group in grouped(ten)) == len(ten.findings) == 25
    assert len({group.key for group in grouped(ten)}) == len(grouped(ten))
    assert all(finding.rule for finding in ten.findings)


@pytest.mark.parametrize(
    ("title", "proposed", "rows"),
    [
        ("2 × geen ID", MAKE_IDS, (7, 8)),
        ("1 × ID staat er twee keer", "", (10,)),
        ("3 × klaar bij Status: herkennen we niet", "Afgerond", (2, 3, 6)),
        ("2 × doorlopend bij Einde: is geen datum", EMPTY, (2, 5)),
        ("1 × sept 2024 bij Start: de dag ontbreekt", "1-9-2024", (2,)),
        ("1 × okt 2025 bij Einde: de dag ontbreekt", "31-10-2025", (4,)),
        ("1 × Einde ligt vóór Start", "", (11,)),
        ("2 × Hele regio bij Gemeente: herkennen we niet", EMPTY, (3, 5)),
        ("1 × Gouda / Waddinxveen bij Gemeente: herkennen we niet", "", (6,)),
        ("2 × klimaat en energie bij Thema's: herkennen we niet", "Klimaat", (2, 3)),
        ("1 × 1-4 bij Ingrediënten: de puntkomma ontbreekt", "", (4,)),
        ("1 × 1.2.5 bij Ingrediënten: de puntkomma ontbreekt", "1; 2; 5", (5,)),
        ("1 × 12 bij Ingrediënten: herkennen we niet", "", (11,)),
        ("1 × ICT bij College: lijkt op een andere naam", "Techniek en ICT", (4,)),
    ],
)
def test_what_is_proposed_is_among_what_can_be_chosen_and_is_not_sure(ten, title, proposed, rows):
    group = by_title(ten)[title]
    assert (group.proposed, group.sure, group.rows) == (proposed, False, rows)
    assert group.choices[-1] == LEAVE
    assert not proposed or group.choices[0] == proposed


def test_what_can_be_chosen_is_what_the_column_knows(ten):
    groups = by_title(ten)
    offered = {title: group.choices for title, group in groups.items()}
    assert offered["3 × klaar bij Status: herkennen we niet"] == (
        "Afgerond",
        "Verkenning",
        "Voorbereiding",
        "Actief",
        "Gestopt",
        EMPTY,
        LEAVE,
    )
    assert offered["1 × Gouda / Waddinxveen bij Gemeente: herkennen we niet"][:3] == (
        "Gouda",
        "Waddinxveen",
        "Alphen aan den Rijn",
    )
    assert offered["1 × 1-4 bij Ingrediënten: de puntkomma ontbreekt"][:2] == ("1; 2; 3; 4", "1; 4")
    assert offered["1 × ICT bij College: lijkt op een andere naam"] == (
        "Techniek en ICT",
        "techniek",
        "Zorg en Welzijn",
        EMPTY,
        LEAVE,
    )
    assert [title for title, group in groups.items() if not group.asks and group.count] == [
        "1 × ID staat er twee keer",
        "1 × geen Naam",
        "1 × Einde ligt vóór Start",
        "1 × ingrediënt 3 zonder niveau bij Niveaus",
    ]


def test_a_group_says_what_it_does_to_the_figures(ten):
    effects = {title: group.effect for title, group in by_title(ten).items()}
    assert effects["2 × geen ID"] == "2 rijen tellen niet mee"
    assert effects["1 × geen Naam"] == "1 rij telt niet mee"
    assert effects["3 × klaar bij Status: herkennen we niet"] == (
        "Bij 3 rijen is de status onbekend: Start en Einde bepalen of de activiteit als actief telt"
    )
    assert effects["1 × ICT bij College: lijkt op een andere naam"] == "Bij 1 rij telt dit als een college apart"
    assert effects["1 × ingrediënt 3 zonder niveau bij Niveaus"] == "Alles telt mee"


def test_one_spelling_stands_for_all_and_it_is_the_one_most_type(build_register):
    rows = [[f"A{n}", f"N{n}", status] for n, status in enumerate(["Klaar", "klaar", "klaar", "KLAAR!"])]
    (group,) = (g for g in grouped(build_register({"Activiteiten": [["ID", "Naam", "Status"], *rows]})) if g.count)
    assert (group.value, group.count) == ("klaar", 4)


def test_a_sign_beside_a_figure_says_something(build_register):
    rows = [["ID", "Naam", "Ingrediënten"], ["A1", "Een", "1-4"], ["A2", "Twee", "1 - 4"], ["A3", "Drie", "1.2.4"]]
    groups = [group for group in grouped(build_register({"Activiteiten": rows})) if group.count]
    assert [(group.value, group.count) for group in groups] == [("1-4", 2), ("1.2.4", 1)]


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (["Gemeente", "Arbeidsmarktregio"], []),
        (["Gemeente"], []),
        (["Arbeidsmarktregio"], ["Gemeente niet gelezen: alleen de arbeidsmarktregio zegt waar een activiteit is"]),
        ([], ["Gemeente niet gelezen: geen activiteit heeft een plaats"]),
    ],
)
def test_a_place_can_come_from_two_columns(build_register, headings, told):
    register = build_register({"Activiteiten": [["ID", "Naam", *headings], ["A1", "Een"]]})
    assert [group.title for group in grouped(register) if group.column in ("Gemeente", "Arbeidsmarktregio")] == told


def test_a_column_for_each_ingredient_is_a_column_that_is_read(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam", "1", "2"], ["A1", "Een", "x", ""]]})
    assert "Ingrediënten" in register.read["Activiteiten"]
    register = build_register({"Activiteiten": [["ID", "Naam"], ["A1", "Een"]]})
    assert "Ingrediënten" not in register.read["Activiteiten"]


def test_a_heading_that_is_misspelt_is_one_group_with_the_column_that_is_missed(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam", "Statuss"], ["A1", "Een", "Gestopt"]]})
    (group,) = (group for group in grouped(register) if group.column == "Status")
    assert (group.count, group.proposed, group.choices) == (1, "Statuss", ("Statuss", LEAVE))
    assert group.title == (
        "Status niet gelezen: alle activiteiten tellen als actief, tenzij Start of Einde iets anders zegt"
    )


def test_a_sheet_without_ids_leaves_its_rows_out(build_register):
    sheets = {"Activiteiten": [["ID", "Naam"], ["A1", "Een"]], "Partners": [["Naam", "Soort"], ["De Vaart", "bedrijf"]]}
    group = grouped(build_register(sheets))[0]
    assert group.title == "ID niet gelezen: geen rij op het blad Partners telt mee"
    assert (group.severity, group.proposed) == (Severity.FOUT, MAKE_IDS)


def test_each_column_that_figures_hang_on_has_its_sentence():
    for (of, field), effect in unread.EFFECTS.items():
        heading = of.column(field).header
        assert effect.value
        told = unread.of_column(of, heading, ())
        # Few fill in the region, as the municipality has one.
        assert told.startswith(f"{heading} niet gelezen: ") or heading == "Arbeidsmarktregio"
    for of in c.SHEETS:
        for column in of.columns:
            if column.required:
                assert "geen rij op het blad" in unread.of_column(of, column.header, ())


def test_the_sample_has_no_group_of_colleges_and_misses_no_column():
    sample = load(SAMPLE, today=date(2026, 10, 1))
    groups = grouped(sample)
    assert not [group for group in groups if group.column == "College" or not group.count]
    assert sum(group.count for group in groups) == len(sample.findings)


# ── A workbook as a colleague keeps it ───────────────────────────────────────────────────────────────────────────

STATUSES = ["loopt", "Actief", "lopend", "klaar", "gestopt", "idee", "on hold", "?", "", "bezig"]
ENDS = ["", "doorlopend", "juli 2027", "31-7-2026"]


def matched(tabs, matching=Matching()):  # noqa: B008
    """The register in *tabs* as it is read with *matching* and what is sure, in this very process."""
    book = Book(tabs)
    proposal = propose(book, matching)
    given_back = applied(book, edits(book, proposal.matching))
    return replace(build(given_back, Source(Path("eigen.xlsx"), "1", datetime(2026, 11, 30)), TODAY), proposal=proposal)


def colleagues_rows():
    """Forty rows: each status four times; each Einde ten times; the ID missing on two rows."""
    yield "ID|Naam|Status|Einde|Thema's|Ingrediënten"
    for n in range(40):
        identity = "" if n in (8, 18) else f"A{n + 1}"
        themes = ["zorg", "alle; zorg", "klimaat en energie", "zorg, energie"][n % 4]
        numbers = ["1 t/m 3", "1-4"][n % 2]
        yield "|".join([identity, f"Activiteit {n}", STATUSES[n % 10], ENDS[n // 10], themes, numbers])


@pytest.fixture(scope="module")
def colleagues():
    tabs = {"Activiteiten": sheet(*colleagues_rows())}
    return lambda matching=Matching(): matched(tabs, matching)  # noqa: B008


def active(register):
    return int(active_on(register.activiteiten, TODAY, status_of=TODAY).sum())


def test_a_workbook_of_a_colleague_is_settled_group_by_group(colleagues):
    first = colleagues()
    # 38 rows have an ID. 10 ended on 31-7-2026; of the 28 others (two blank statuses have no ID) three are gestopt.
    assert len(first.activiteiten) == 38
    assert active(first) == 28 - 3
    amounts = {group.value: group.count for group in grouped(first) if group.column == "Status"}
    assert amounts == {"klaar": 4, "idee": 4, "on hold": 4, "?": 4}
    matching = Matching()
    for group in grouped(first):
        matching = settle(matching, first.proposal, group, group.proposed or LEAVE)
    then = colleagues(matching)
    assert len(then.activiteiten) == 40
    # Of the thirty rows that have not ended, each status is there three times: afgerond, gestopt and verkenning do not
    # count; "on hold" and "?" were left, and do.
    assert active(then) == 30 - 3 * 3
    assert grouped(then) == ()
    themes = Counter(then.themas["thema"])
    assert themes == {"zorg": 30, "klimaat": 20, "onbekend": 10}  # "alle" stays as it is
    assert Counter(then.ingredienten["nr"]) == {1: 20, 2: 20, 3: 20}  # "1-4" was left: it may mean two things


def test_a_group_that_was_left_is_asked_no_more_until_it_is_settled(colleagues):
    first = colleagues()
    (group,) = (group for group in grouped(first) if group.value == "?")
    left = settle(Matching(), first.proposal, group, LEAVE)
    then = colleagues(left)
    assert group.key not in {other.key for other in grouped(then)}
    assert len(grouped(then)) == len(grouped(first)) - 1
    assert len(then.findings) == len(first.findings)  # it is still a finding
    again = settle(left, then.proposal, group, "Gestopt")
    assert again.of("Activiteiten").left == {}
    assert Counter(colleagues(again).activiteiten["status"])["gestopt"] == 8


def test_of_several_values_in_a_cell_only_the_one_is_replaced(colleagues):
    first = colleagues()
    groups = {group.value: group for group in grouped(first)}
    matching = settle(Matching(), first.proposal, groups["alle"], "Wonen")
    matching = settle(matching, first.proposal, groups["energie"], EMPTY)
    assert matching.of("Activiteiten").values == {"Thema's": {"alle": "Wonen", "energie": ""}}
    then = colleagues(matching)
    themes = then.themas.groupby("activiteit")["thema"].agg(list)
    assert (themes["A2"], themes["A4"]) == (["wonen", "zorg"], ["zorg"])


def test_a_choice_after_a_choice_that_was_not_understood_goes_on_from_it(colleagues):
    first = colleagues()
    (group,) = (group for group in grouped(first) if group.value == "klaar")
    matching = settle(Matching(), first.proposal, group, "gedaan")
    then = colleagues(matching)
    (group,) = (group for group in grouped(then) if group.value == "gedaan")
    matching = settle(matching, then.proposal, group, "Afgerond")
    assert Counter(colleagues(matching).activiteiten["status"])["afgerond"] == 4


def test_what_cannot_be_chosen_is_refused(ten):
    group = by_title(ten)["1 × Einde ligt vóór Start"]
    with pytest.raises(ValueError, match="Einde"):
        settle(Matching(), None, group, "1-1-2026")
    assert settle(Matching(), None, group, LEAVE).of("Activiteiten").left == {"Einde": ("Einde ligt vóór Start",)}


def test_a_column_kept_aside_can_be_the_one_that_is_missed():
    tabs = {"Activiteiten": sheet("ID|Naam|Hoe het ermee is", "A1|Een|eerst dit", "A2|Twee|dan dat", "A3|Drie|Gestopt")}
    register = matched(tabs)
    (group,) = (group for group in grouped(register) if group.column == "Status")
    assert group.choices == ("Hoe het ermee is", LEAVE)
    then = matched(tabs, settle(Matching(), register.proposal, group, "Hoe het ermee is"))
    assert then.activiteiten["status"].tolist() == ["onbekend", "onbekend", "gestopt"]
    left = matched(tabs, settle(Matching(), register.proposal, group, LEAVE))
    assert [group for group in grouped(left) if group.column == "Status"] == []


def test_a_place_in_the_column_of_the_other_kind_of_place_can_be_moved_there(build_register):
    headings = ["ID", "Naam", "Gemeente", "Arbeidsmarktregio"]
    rows = [["A1", "Een", "Midden-Holland", ""], ["A2", "Twee", "", "Gouda"], ["A3", "Drie", "Elders", ""]]
    groups = {group.value: group for group in grouped(build_register({"Activiteiten": [headings, *rows]}))}
    assert groups["Midden-Holland"].proposed == groups["Midden-Holland"].choices[0] == "Regio: Midden-Holland"
    # Of Gouda the region is known: that is proposed, and moving it can be chosen too.
    assert (groups["Gouda"].proposed, groups["Gouda"].choices[:2]) == (
        "Midden-Holland",
        ("Midden-Holland", "Gemeente: Gouda"),
    )


def test_the_columns_of_the_sheet_itself_are_offered_for_one_that_is_missed():
    tabs = {
        "Activiteiten": sheet("ID|Naam|Fase ervan|Iets", "A1|Een|Gestopt|x", "A2|Twee|Actief|y", "A3|Drie|Actief|z"),
        "Partners": sheet("ID|Naam|Wat voor een", "P1|Een|wat", "P2|Twee|ook wat", "P3|Drie|nog wat"),
    }
    groups = grouped(matched(tabs))
    choices = {(group.sheet, group.column): group.choices for group in groups}
    assert choices["Partners", "Soort"] == ("Wat voor een", LEAVE)
    assert {group.proposed for group in groups} == {""}  # that it is the only one does not make it likely
    assert choices["Activiteiten", "Bijgewerkt"] == ("Iets", LEAVE)  # Fase is the Status: that is read


def test_what_counts_all_the_same_comes_after_the_rest_however_often_it_is_there(build_register):
    headings = ["ID", "Naam", "College", "Ingrediënten", "Niveaus", "Deelname"]
    rows = [[f"A{n}", f"N{n}", "", "3", "", ""] for n in range(3)] + [["A9", "Negen", "", "1", "", "soms"]]
    titles = [group.title for group in grouped(build_register({"Activiteiten": [headings, *rows]})) if group.count]
    assert titles == ["1 × soms bij Deelname: herkennen we niet", "3 × ingrediënt 3 zonder niveau bij Niveaus"]


def test_a_column_of_another_sheet_is_the_rest_though_it_is_called_the_same(build_register):
    activities = [["ID", "Naam", "Gemeente", "Thema's"], ["A1", "Een", "Atlantis", "taal"]]
    partners = [["ID", "Naam", "Gemeente"], ["P1", "De Vaart", "Atlantis"], ["P2", "De Kaai", "Atlantis"]]
    groups = grouped(build_register({"Activiteiten": activities, "Partners": partners}))
    told = [(group.sheet, group.column, group.count) for group in groups if group.count]
    assert told == [("Activiteiten", "Gemeente", 1), ("Activiteiten", "Thema's", 1), ("Partners", "Gemeente", 2)]


@pytest.mark.parametrize(
    ("severity", "cause", "column", "rows", "told"),
    [
        (Severity.WAARSCHUWING, Rule.TWO_COLUMNS.cause, "Status", 1, "Alleen de eerste van de twee kolommen telt mee"),
        (Severity.WAARSCHUWING, Rule.UNKNOWN_SHEET.cause, "", 1, "Niets op dit blad telt mee"),
        (Severity.WAARSCHUWING, Rule.UNKNOWN.cause, "Deelname", 2, "Bij 2 rijen telt deze waarde niet mee"),
        (Severity.OPMERKING, Rule.LIKE_ANOTHER.cause, "College", 1, "Bij 1 rij telt dit als een college apart"),
        (Severity.OPMERKING, Rule.OLD.cause, "Bijgewerkt", 9, "Alles telt mee"),
        (Severity.FOUT, Rule.UNKNOWN_SHEET.cause, "", 1, "1 rij telt niet mee"),
    ],
)
def test_what_a_finding_does_to_the_figures(severity, cause, column, rows, told):
    assert unread.of_value("Activiteiten", column, severity, cause, rows) == told


def test_what_no_figure_hangs_on_comes_last():
    known = [unread.rank(sheet.name, sheet.column(field).header) for sheet, field in unread.EFFECTS]
    assert known == list(range(12))
    assert unread.rank("Activiteiten", "Naam") == unread.rank("Partners", "Status") == 12


@pytest.mark.parametrize("field", [column.field for column in c.ACTIVITEITEN.columns if column.kind is not c.Kind.NAME])
def test_all_that_is_offered_is_understood(field):
    column = c.ACTIVITEITEN.column(field)
    for text in groups_module._allowed(column):
        assert reader(column)(text).remarks == (), text


@pytest.mark.parametrize(
    ("status", "whole"),
    [("x" * 199, True), ("x" * 200, False), ("bel noor@voorbeeld.nl", False), ("bel 0612345678", False), ("bel maar", True)],
)  # fmt: skip
def test_a_text_that_is_told_in_part_cannot_be_replaced(build_register, status, whole):
    register = build_register({"Activiteiten": [["ID", "Naam", "Status"], ["A1", "Een", status]]})
    (group,) = (group for group in grouped(register) if group.count)
    assert group.cells == ((status,) if whole else ())
    assert (len(group.choices) > 1) == whole


def test_a_group_tells_what_its_first_finding_says(ten):
    groups = by_title(ten)
    message = "Einde ligt vóór Start en telt als niet ingevuld. Verbeter een van beide"
    assert groups["1 × Einde ligt vóór Start"].message == message
    assert groups["1 × ID staat er twee keer"].message.startswith("ID staat al op rij 2")

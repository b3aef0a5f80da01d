from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn import vocabulary as v
from lrn.register import columns
from lrn.register.values import (
    LATITUDES,
    LONGITUDES,
    Read,
    date_value,
    degrees_value,
    flag_value,
    id_of,
    ingredients_value,
    municipality_value,
    reader,
    region_value,
    term_value,
    terms_value,
    text_of,
    themes_value,
)

# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-01",
        "2026-10-01 00:00:00",
        "2026-10-01T08:30:00",
        "2026/10/01",
        "1-10-2026",
        "01-10-2026",
        "1/10/2026",
        "1.10.2026",
        "1 10 2026",
        "1-10-26",
        "1-10-2026 09:00",
        "1 oktober 2026",
        "1 Oktober 2026",
        "1 OKTOBER 2026",
        "1 okt 2026",
        "1 okt. 2026",
        "1-okt-2026",
        "1-okt-26",  # how Excel shows a date by default
        "1e oktober 2026",
        "donderdag 1 oktober 2026",
        "Donderdag 1 oktober 2026",
        "  1  oktober   2026 ",
        "1\u00a0oktober\u00a02026",
    ],
)
def test_a_date_is_read_in_every_spelling(text):
    assert date_value(text) == Read(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3-4-2026", date(2026, 4, 3)),
        ("12/11/2026", date(2026, 11, 12)),
        ("13-1-2026", date(2026, 1, 13)),
        ("1 januari 2026", date(2026, 1, 1)),
        ("2 feb 2026", date(2026, 2, 2)),
        ("3 mrt 2026", date(2026, 3, 3)),
        ("3 maart 2026", date(2026, 3, 3)),
        ("4 mei 2026", date(2026, 5, 4)),
        ("5 juni 2026", date(2026, 6, 5)),
        ("6 aug. 2026", date(2026, 8, 6)),
        ("7 sept 2026", date(2026, 9, 7)),
        ("29-2-2028", date(2028, 2, 29)),
    ],
)
def test_the_day_comes_before_the_month(text, day):
    assert date_value(text) == Read(day)


@pytest.mark.parametrize("text", ["31-2-2026", "29-2-2026", "1-13-2026", "2026-13-01", "32 januari 2026", "0-1-2026"])
def test_a_day_that_does_not_exist_is_no_date(text):
    read = date_value(text)
    assert read.value is None
    assert len(read.remarks) == 1
    assert text in read.remarks[0].message


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026", "1-1-2026"),
        ("oktober 2026", "1-10-2026"),
        ("46296", "1-10-2026"),
        ("voorjaar 2026", ""),
        ("n.n.b.", ""),
        ("?", ""),
    ],
)
def test_a_text_that_is_no_date_says_what_was_probably_meant(text, meant):
    read = date_value(text)
    assert read.value is None
    assert [r.suggestion for r in read.remarks] == [meant]
    assert "geen datum" in read.remarks[0].message


# ── Flags, texts, IDs ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ja", True),
        ("Ja", True),
        (" JA ", True),
        ("x", True),
        ("X", True),
        ("True", True),
        ("WAAR", True),
        ("1", True),
        ("nee", False),
        ("Nee ", False),
        ("ONWAAR", False),
        ("False", False),
        ("0", False),
        ("", None),
        ("   ", None),
    ],
)
def test_yes_and_no_are_read_in_every_spelling(text, value):
    assert flag_value(text) == Read(value)


def test_a_flag_that_says_neither_is_named():
    read = flag_value("misschien")
    assert read.value is None
    assert "misschien" in read.remarks[0].message


@pytest.mark.parametrize("text", ["0484", "+31 6", "1e5", "NA", "None", "TRUE", "#", "007", "nan", "null", "1,5"])
def test_a_text_stays_what_it_is(text):
    assert text_of(f"  {text} ") == text


@pytest.mark.parametrize("text", ["K01", " k01 ", "k 01", "K\u00a001"])
def test_an_id_is_compared_without_case_and_spaces(text):
    assert id_of(text) == "K01"


def test_leading_zeros_of_an_id_are_kept():
    assert id_of("0484") == "0484"


# ── Ingredients ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1;5;9", (1, 5, 9)),
        ("9; 5 ;1", (1, 5, 9)),
        ("1, 5", (1, 5)),
        ("1,5,9", (1, 5, 9)),
        ("1\n5\n9", (1, 5, 9)),
        ("1;;5;", (1, 5)),
        ("5;5;5", (5,)),
        ("11", (11,)),
        ("Leren", (6,)),
        ("leren; toegevoegde waarde", (6, 7)),
        ("Leren, Samen aan de slag", (6, 9)),
        ("1. Uitdagingen", (1,)),
        ("3) niveaus", (3,)),
        ("10 De opleidingspartner in de regio", (10,)),
        ("Dé opleidingspartner in de regio", (10,)),
        ("Ingrediënt 4", (4,)),
        ("Arbeidsmarktregio’s", (4,)),
        ("De partners", (11,)),
        ("Maatschappelijke, onderwijskundige en economische uitdagingen", (1,)),
        ("Maatschappelijke, onderwijskundige en economische uitdagingen, Leren", (1, 6)),
        ("Leren; Maatschappelijke, onderwijskundige en economische uitdagingen; 11", (1, 6, 11)),
        ("1. Maatschappelijke, onderwijskundige en economische uitdagingen, 9", (1, 9)),
        ("", None),
        (" ; , ", None),
    ],
)
def test_ingredients_are_read_by_number_and_by_name(text, numbers):
    assert ingredients_value(text) == Read(numbers)


@pytest.mark.parametrize(("text", "meant"), [("1.5", "1;5"), ("2.11", "2;11"), (" 6.7 ", "6;7")])
def test_one_number_made_of_two_by_excel_is_asked_about(text, meant):
    read = ingredients_value(text)
    assert read.value is None
    assert [r.suggestion for r in read.remarks] == [meant]


@pytest.mark.parametrize("text", ["3. Leren", "6 Arbeidsmarkt", "1: Partners"])
def test_a_number_and_a_name_that_disagree_count_as_neither(text):
    read = ingredients_value(text)
    assert read.value is None
    assert len(read.remarks) == 1


@pytest.mark.parametrize("text", ["0", "12", "99", "100"])
def test_a_number_that_is_no_ingredient_is_named(text):
    read = ingredients_value(text)
    assert read.value is None
    assert len(read.remarks) == 1


def test_what_is_understood_counts_beside_what_is_not():
    read = ingredients_value("1; 12; leeren; 9")
    assert read.value == (1, 9)
    assert [r.suggestion for r in read.remarks] == ["", "Leren"]


# ── Terms and themes ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text", ["zorg; welzijn", "Welzijn\nZorg", "ZORG, welzijn", "zorg;zorg;welzijn", " zorg ;\r\n welzijn "]
)
def test_several_terms_in_a_cell_come_once_and_in_order(text):
    assert terms_value(text, v.THEMAS) == Read(("zorg", "welzijn"))


def test_a_term_that_is_not_understood_becomes_onbekend_with_a_suggestion():
    read = terms_value("mobilteit; zorg", v.THEMAS)
    assert read.value == ("zorg", "onbekend")
    assert [r.suggestion for r in read.remarks] == ["Mobiliteit"]


def test_a_value_that_is_not_understood_shows_as_onbekend():
    read = term_value("Toverlab", v.VORMEN)
    assert read.value == "onbekend"
    assert [r.weight for r in read.remarks] == ["waarschuwing"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("living lab", "livinglab"),
        ("LIVINGLAB", "livinglab"),
        ("Centrum voor Innovatief Vakmanschap", "civ"),
        ("CIV (Centrum voor Innovatief Vakmanschap)", "civ"),
        ("publiek private samenwerking", "pps"),
        ("", None),
    ],
)
def test_a_form_is_read_by_name_and_alias(text, code):
    assert term_value(text, v.VORMEN) == Read(code)


def test_the_network_theme_among_the_themes_is_recognised():
    read = themes_value("zorg; Arbeidsmarkttransities", v.THEMAS)
    assert read.value == ("zorg", "arbeidsmarkttransities")
    assert [r.weight for r in read.remarks] == ["opmerking"]


# ── Places ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Leiden", "GM0546"),
        ("LEIDEN ", "GM0546"),
        ("Gemeente Leiden", "GM0546"),
        ("gem. Leiden", "GM0546"),
        ("gem.Leiden", "GM0546"),
        ("  leiden\n", "GM0546"),
        ("Alphen aan den Rijn", "GM0484"),
        ("Alphen aan de Rijn", "GM0484"),
        ("alphen a/d rijn", "GM0484"),
        ("Den Haag", "GM0518"),
        ("The Hague", "GM0518"),
        ("'s-Gravenhage", "GM0518"),
        ("’s-Gravenhage", "GM0518"),
        ("s Gravenhage", "GM0518"),
        ("Gemeente Den Haag", "GM0518"),
        ("Leidschendam", "GM1916"),
        ("Voorburg", "GM1916"),
        ("Leidschendam - Voorburg", "GM1916"),
        ("Kaag & Braassem", "GM1884"),
        ("Woerden", "GM0632"),
        ("Zuidplas", "GM1892"),
        ("Utrecht", "elders:Utrecht"),
        ("gemeente Amsterdam", "elders:Amsterdam"),
        ("Súdwest-Fryslân", "elders:Súdwest-Fryslân"),
        ("sudwest fryslan", "elders:Súdwest-Fryslân"),
        ("", None),
    ],
)
def test_a_municipality_lands_on_its_code(text, code):
    assert municipality_value(text) == Read(code)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Zoetemeer", "Zoetermeer"),
        ("Goud", "Gouda"),
        ("Leidn", "Leiden"),
        ("Alphen ann den Rijn", "Alphen aan den Rijn"),
        ("Bodegraven-Reewijk", "Bodegraven-Reeuwijk"),
        ("Leidschendam-Voorbrug", "Leidschendam-Voorburg"),
        ("gemeente Wadinxveen", "Waddinxveen"),
        ("Qxzwv", ""),
    ],
)
def test_a_misspelt_municipality_is_onbekend_with_the_likely_name(text, meant):
    read = municipality_value(text)
    assert read.value == "onbekend"
    assert [r.suggestion for r in read.remarks] == [meant]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Holland Rijnland", "AM19"),
        ("holland-rijnland", "AM19"),
        ("Arbeidsmarktregio Holland Rijnland", "AM19"),
        ("AM19", "AM19"),
        ("Regio Zuid-Holland Centraal", "AM34"),
        ("Midden Holland", "AM20"),
        ("Haaglanden", "AM21"),
        ("Woerden", "GM0632"),
        ("Midden-Utrecht", "AM13"),
        ("Rijnmond", "AM22"),
        ("Drechtsteden", "elders:Drechtsteden"),
    ],
)
def test_a_region_lands_on_its_code(text, code):
    assert region_value(text) == Read(code)


def test_a_municipality_in_the_column_of_regions_points_at_its_region():
    read = region_value("Zoetermeer")
    assert read.value == "onbekend"
    assert [r.suggestion for r in read.remarks] == ["Zuid-Holland Centraal"]


@pytest.mark.parametrize(("text", "value"), [("52.16", 52.16), ("52,16", 52.16), (" 52 ", 52.0), ("", None)])
def test_degrees_are_read_with_point_and_comma(text, value):
    assert degrees_value(text, LATITUDES, LONGITUDES) == Read(value)


@pytest.mark.parametrize("text", ["noord", "521600", "-52,1", "nan", "inf", "1e400", "52.1.2"])
def test_degrees_that_are_none_or_abroad_are_named(text):
    read = degrees_value(text, LATITUDES, LONGITUDES)
    assert read.value is None
    assert len(read.remarks) == 1


def test_latitude_and_longitude_the_other_way_round_are_recognised():
    read = degrees_value("4,49", LATITUDES, LONGITUDES)
    assert read.value is None
    assert "andersom" in read.remarks[0].suggestion


# ── Whatever is typed ────────────────────────────────────────────────────────────────────────────────────────

COLUMNS = [column for sheet in columns.SHEETS for column in sheet.columns]
KINDS = {(c.kind, c.vocabulary.name if c.vocabulary else ""): c for c in COLUMNS}
PARTS = ["1", "31-2-2026", "00000", "9999-99-99", ";", ",", "\n", ".", "ja", "Leiden", "²", "٣", "ß", "İ", "\x00", " "]
TYPED = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PARTS), max_size=8).map("".join))


@pytest.mark.parametrize("column", KINDS.values(), ids=lambda c: f"{c.kind.value}-{c.field}")
@settings(max_examples=60, deadline=None, database=None)
@given(text=TYPED)
def test_any_text_ends_in_a_value_or_a_remark(column, text):
    read = reader(column)(text)
    assert isinstance(read, Read)
    assert all(remark.message and remark.weight in ("waarschuwing", "opmerking") for remark in read.remarks)


def test_every_kind_of_column_is_tried():
    assert {kind for kind, _ in KINDS} == set(columns.Kind)


@pytest.mark.parametrize("text", ["1 - 6 - 2026", "1 juni, 2026", "1 jun '26", "20260601", "01-06-'26"])
def test_a_date_with_stray_spaces_or_signs_is_read(text):
    assert date_value(text).value == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("text", "meant"), [("1 5 9", "1;5;9"), ("1/5", "1;5"), ("1 en 5", "1;5"), ("1.5", "1;5"), ("1.0", "")]
)
def test_numbers_with_another_sign_between_them_are_suggested_as_the_contract_writes_them(text, meant):
    read = ingredients_value(text)
    assert read.value is None
    assert [remark.suggestion for remark in read.remarks] == [meant]


def test_two_themes_joined_by_en_are_two_themes():
    assert terms_value("zorg en welzijn; wonen", v.THEMAS).value == ("wonen", "zorg", "welzijn")


@pytest.mark.parametrize("text", ["Nederland", "Sassenheim"])
def test_a_far_name_is_not_suggested(text):
    assert municipality_value(text).remarks[0].suggestion == ""

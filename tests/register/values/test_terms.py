import pytest

from lrn import vocabulary as v
from lrn.register.values.remark import Read
from lrn.register.values.terms import term_value, terms_value, themes_value


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
    assert [r.rule.severity for r in read.remarks] == ["waarschuwing"]


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
    assert [r.rule.severity for r in read.remarks] == ["opmerking"]


def test_two_themes_joined_by_en_are_two_themes():
    assert terms_value("zorg en welzijn; wonen", v.THEMAS).value == ("wonen", "zorg", "welzijn")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Wonen, zorg en welzijn", ("wonen", "zorg", "welzijn")),
        ("zorg/welzijn", ("zorg", "welzijn")),
        ("zorg & welzijn + wonen", ("wonen", "zorg", "welzijn")),
        ("zorg en iets", ("onbekend",)),  # one of the two is no theme: it may be one name
        ("zorg | wonen • welzijn", ("wonen", "zorg", "welzijn")),
        ("zorg;#wonen", ("wonen", "zorg")),
        (",zorg,,wonen,", ("wonen", "zorg")),
        (" ; ", None),
        ("", None),
    ],
)
def test_values_are_joined_in_many_ways(text, value):
    assert terms_value(text, v.THEMAS).value == themes_value(text, v.THEMAS).value == value


def test_the_network_theme_may_be_joined_with_others():
    expected = ("zorg", "welzijn", "arbeidsmarkttransities")
    for text in ("zorg, arbeidsmarkttransities en welzijn", "welzijn/arbeidsmarkttransities; zorg"):
        assert themes_value(text, v.THEMAS).value == expected


def test_a_text_longer_than_any_list_is_one_value():
    for signs, value in ((2000, ("zorg",)), (2001, ("onbekend",))):
        text = "zorg;" * 400 + "zorg;" + ";" * signs
        assert terms_value(text[:signs], v.THEMAS).value == value
        assert themes_value(text[:signs], v.THEMAS).value == value
    assert term_value(f"{'zorg':<2000}", v.THEMAS).value == "zorg"
    assert term_value(f"{'zorg':<2001}", v.THEMAS).value == "onbekend"


def test_the_remark_on_the_network_theme_says_where_it_belongs():
    (remark,) = themes_value("zorg; arbeidsmarkttransities ", v.THEMAS).remarks
    assert (remark.suggestion, remark.sure, remark.part) == (
        "ja in de kolom Netwerkthema",
        True,
        "arbeidsmarkttransities",
    )
    assert themes_value("ruimtevaart; Arbeidsmarkttransities", v.THEMAS).value == ("arbeidsmarkttransities", "onbekend")


def test_what_is_not_understood_is_told_with_what_can_be_chosen():
    (remark,) = term_value("xyz", v.ROLLEN).remarks
    assert remark.message == "“xyz” herkennen we niet als rol. Kies initiatiefnemer of deelnemer"
    (remark,) = term_value("xyz", v.ROLLEN, "vraag het").remarks
    assert remark.message == "“xyz” herkennen we niet als rol. Vraag het"
    (remark,) = term_value("deelnemr", v.ROLLEN).remarks
    assert (remark.message, remark.suggestion) == ("“deelnemr” herkennen we niet als rol", "deelnemer")
    (remark,) = term_value("x" * 41, v.ROLLEN).remarks
    assert remark.message.startswith(f"“{'x' * 39}…” ")

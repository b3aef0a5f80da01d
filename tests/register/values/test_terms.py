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

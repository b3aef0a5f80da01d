from datetime import date

import pytest

from lrn.measures.highlights import busiest_place, common_ingredient, highlights, open_theme, rare_ingredient
from lrn.selection import Selection, apply

DAY = date(2026, 10, 1)


def sentences(register, **filters):
    selection = Selection(**filters)
    return [found.text for found in highlights(register, apply(selection, register), selection)]


def many(build_register, *, leiden, gouda=0):
    """A register with that many activities in Leiden (all on zorg and ingredient 9) and in Gouda (on wonen)."""
    rows = [["ID", "Naam", "Gemeente", "Thema's", "Ingrediënten"]]
    rows += [[f"L{n}", "a", "Leiden", "zorg", "9"] for n in range(leiden)]
    rows += [[f"G{n}", "b", "Gouda", "wonen", ""] for n in range(gouda)]
    return build_register({"Activiteiten": rows})


def test_at_most_three_sentences_each_with_its_page(register):
    found = highlights(register, apply(Selection(peildatum=DAY), register), Selection(peildatum=DAY))
    assert len(found) == 3
    assert {item.page for item in found} <= {"themas", "ingredienten", "kaart"}


def test_the_sentences_hold_the_figures_of_the_measures(register):
    first, second, third = sentences(register, peildatum=DAY)
    assert first == (
        "Op 1 oktober 2026 zijn er 7 activiteiten actief, 2 meer dan een jaar eerder. "
        "Daarbij telt 1 activiteit niet mee die toen liep en nu is afgerond of gestopt."
    )
    assert second == "‘Uitdagingen’ is het ingrediënt dat het vaakst wordt genoemd: bij 3 van de 7 activiteiten."
    assert (
        third
        == "‘Knooppunten en lijnen’ is in deze selectie niet genoemd. Waar speelt het al, zonder dat het er staat?"
    )


def test_fewer_than_a_year_before_is_said_without_judgement(register):
    first = sentences(register, peildatum=date(2027, 6, 1), college=("Techniek",))[0]
    assert first.startswith("Op 1 juni 2027 is er 1 activiteit actief, 1 minder dan een jaar eerder.")


def test_an_empty_selection_has_no_sentences(register):
    assert sentences(register, thema=("recreatie",)) == []


def test_without_a_peildatum_there_is_no_movement(register):
    assert not any("jaar eerder" in text for text in sentences(register))


def test_few_activities_are_said_to_be_few(register):
    said = sentences(register, college=("Techniek",))
    assert said
    assert all("op basis van 3 activiteiten" in text for text in said if "ingrediënt" in text or "genoemd" in text)


def test_a_theme_that_is_open_in_a_busy_place_is_a_question(build_register):
    register = many(build_register, leiden=6, gouda=5)
    assert open_theme(register, register).text == (
        "Rond zorg is in Midden-Holland nog niets geregistreerd. Op andere plekken staan er 6. Wie ziet hier een kans?"
    )


def test_a_place_with_few_activities_is_not_asked_about_themes(build_register):
    register = many(build_register, leiden=4)
    assert open_theme(register, register) is None


def test_the_common_and_the_rare_ingredient_are_named(build_register):
    register = many(build_register, leiden=6)
    assert "‘Samen aan de slag’" in common_ingredient(register, Selection()).text
    assert "bij 6 van de 6 activiteiten" in common_ingredient(register, Selection()).text
    assert "niet genoemd" in rare_ingredient(register).text


def test_the_ingredient_that_was_asked_for_is_not_found_to_be_common(build_register):
    assert common_ingredient(many(build_register, leiden=6), Selection(ingredient=(9,))) is None


def test_no_ingredient_named_means_no_common_one(build_register):
    assert common_ingredient(many(build_register, leiden=0, gouda=2), Selection()) is None


@pytest.mark.parametrize(
    ("leiden", "gouda", "text"),
    [
        (6, 2, "De meeste activiteiten zijn in Holland Rijnland: 6, 75% van de selectie."),
        (2, 1, "De meeste activiteiten zijn in Holland Rijnland: 2 (op basis van 3 activiteiten)."),
        (6, 0, None),
    ],
)
def test_the_busiest_place_is_named_when_there_is_more_than_one(build_register, leiden, gouda, text):
    found = busiest_place(many(build_register, leiden=leiden, gouda=gouda))
    assert (found.text if found else None) == text


@pytest.mark.parametrize("word", ["gemist", "target", "score", "achterstand", "onvoldoende", "/11", "van de elf"])
def test_no_sentence_judges(register, word):
    for filters in ({"peildatum": DAY}, {}, {"college": ("Techniek",)}, {"peildatum": date(2027, 6, 1)}):
        assert not any(word in text.lower() for text in sentences(register, **filters))


def test_no_sentence_names_a_college_or_a_person(register):
    said = " ".join(sentences(register) + sentences(register, peildatum=DAY))
    assert not any(name in said for name in ("Techniek", "Zorg en Welzijn", "Economie", "Noor"))

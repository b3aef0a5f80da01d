from datetime import date

import pytest

from lrn.measures.insights import questions
from lrn.measures.rows import evidence
from lrn.selection import Selection

DAY = date(2026, 10, 1)
HEAD = ["ID", "Naam", "Gemeente", "Status", "Thema's", "Ingrediënten"]


def texts_of(register, selection, name, **options):
    found = questions.questions(register, selection, name, **options)
    for question in found:
        for figure in question.figures:
            assert evidence.amount(register, selection, figure.evidence) == figure.amount, question.text
            assert str(figure.amount) in question.text
    return [question.text for question in found]


def test_first_come_the_themes_that_are_most_active_elsewhere(register):
    # In Woerden (K03: wonen, welzijn) nothing is on climate, care or school. On the day K01, K02, K04 and K06 are on
    # the netwerkthema, K02 and K05 on climate, K01 and K06 on care; the others have ended, or are yet to begin.
    found = texts_of(register, Selection(peildatum=DAY, regio=("GM0632",)), "Woerden")
    assert found == [
        "Rond arbeidsmarkttransities is in Woerden nog niets geregistreerd (op basis van 1 activiteit). Elders lopen er 4. Wie ziet hier een kans?",
        "Rond klimaat is in Woerden nog niets geregistreerd (op basis van 1 activiteit). Elders lopen er 2. Wie ziet hier een kans?",
        "Rond zorg is in Woerden nog niets geregistreerd (op basis van 1 activiteit). Elders lopen er 2. Wie ziet hier een kans?",
    ]


def test_a_question_leads_to_the_theme_or_the_ingredient_that_it_asks_after(register):
    found = questions.questions(register, Selection(peildatum=DAY, regio=("GM0632",)), "Woerden", amount=9)
    themes = ["arbeidsmarkttransities", "klimaat", "zorg", "onderwijs", "mobiliteit", "recreatie"]
    assert [question.thema for question in found] == [*themes, ""]
    # K03 names 1 and 9; of the nine that it does not name the first is asked after.
    assert [question.ingredient for question in found] == [0] * 6 + [2]


def test_whatever_the_date_all_that_is_registered_elsewhere_counts(register):
    # climate: 3, care and school: 2; the netwerkthema: 6
    found = texts_of(register, Selection(regio=("GM0632",)), "Woerden")
    assert [text.partition("Elders ")[2][:10] for text in found] == [
        "staan er 6",
        "staan er 3",
        "staan er 2",
    ]


def test_a_theme_that_is_nowhere_has_no_elsewhere(register):
    found = texts_of(register, Selection(peildatum=DAY, regio=("GM0632",)), "Woerden", amount=9)
    assert (
        "Rond recreatie is in Woerden nog niets geregistreerd (op basis van 1 activiteit). Wie ziet hier een kans?"
        in found
    )


def test_of_a_region_the_themes_of_its_municipalities_follow(build_register):
    # Gouda has five activities and no care, Krimpenerwaard one and no housing; in the region all themes occur.
    every = "onderwijs; klimaat; mobiliteit; wonen; welzijn; recreatie"
    rows = [[f"K{n}", "Lab", "Gouda", "", every, "1"] for n in range(5)]
    rows += [
        ["K5", "Hub", "Krimpenerwaard", "", "zorg; klimaat", "1"],
        ["K6", "Punt", "Waddinxveen", "gestopt", "zorg", "1"],
    ]
    head = [*HEAD, "Netwerkthema"]
    register = build_register({"Activiteiten": [head, *([*row, "ja"] for row in rows)]})
    found = texts_of(register, Selection(peildatum=DAY, regio=("AM20",)), "Midden-Holland", amount=9)
    # each municipality once, and each theme: in Krimpenerwaard care and climate are there
    assert found == [
        "Rond zorg is in Gouda nog niets geregistreerd. Elders in Midden-Holland loopt er 1. Wie ziet hier een kans?",
        "Rond klimaat is in Waddinxveen nog niets geregistreerd (op basis van 1 activiteit). "
        "Elders in Midden-Holland lopen er 6. Wie ziet hier een kans?",
        "Rond onderwijs is in Krimpenerwaard nog niets geregistreerd (op basis van 1 activiteit). "
        "Elders in Midden-Holland lopen er 5. Wie ziet hier een kans?",
        "‘Deelnemers’ is hier niet genoemd. Waar gebeurt dit al, zonder dat wij het weten?",
    ]


def test_when_themes_are_there_one_ingredient_is_asked_after(build_register):
    themes = "onderwijs; klimaat; mobiliteit; wonen; zorg; welzijn; recreatie"
    head = ["ID", "Naam", "Gemeente", "Netwerkthema", "Thema's", "Ingrediënten"]
    first = ["K1", "Lab", "Gouda", "ja", themes, "2;3;4;5;6;7;8;9;10;11"]
    register = build_register({"Activiteiten": [head, first, ["K2", "Hub", "Gouda", "", "", "3"]]})
    found = texts_of(register, Selection(gemeente=("GM0513",)), "Gouda")
    assert found == ["‘Uitdagingen’ is hier niet genoemd. Waar gebeurt dit al, zonder dat wij het weten?"]


@pytest.mark.parametrize("amount", [1, 9])
def test_themes_are_asked_of_the_whole_register_whatever_the_day(register, amount):
    # K08 (klimaat, wonen) in Gouda has ended; nothing in the municipality is active.
    found = texts_of(register, Selection(peildatum=DAY, gemeente=("GM0513",)), "Gouda", amount=amount)
    assert not any("klimaat" in sentence or "wonen" in sentence for sentence in found)


def test_of_two_places_no_one_number_is_the_basis(register):
    found = questions.questions(
        register, Selection(peildatum=DAY, regio=("GM0632", "AM20")), "Woerden en Midden-Holland"
    )
    assert found
    assert not any("op basis van" in question.text for question in found)


def test_where_nothing_is_registered_there_is_one_question(register):
    found = texts_of(register, Selection(gemeente=("GM0537",)), "Katwijk")
    assert found == ["In Katwijk is nog niets geregistreerd. Wie ziet hier een kans?"]


def test_on_a_day_that_is_gone_activities_ran_then(register):
    (asked,) = texts_of(register, Selection(peildatum=date(2026, 9, 30), regio=("GM0632",)), "Woerden", amount=1)
    assert "Elders liepen er toen 4." in asked


def test_nothing_is_asked_of_a_place_that_is_only_context(build_register):
    rows = [["ID", "Naam", "Gemeente"], *([f"A{n}", "a", "Delft"] for n in range(5))]
    register = build_register({"Activiteiten": rows})
    assert questions.questions(register, Selection(peildatum=DAY, regio=("AM21",)), "Haaglanden") == []


def test_of_ingredients_that_are_all_named_the_rarest_is_asked_after(build_register):
    themes = "onderwijs; klimaat; mobiliteit; wonen; zorg; welzijn; recreatie"
    head = ["ID", "Naam", "Gemeente", "Netwerkthema", "Thema's", "Ingrediënten"]
    rows = [["K1", "Lab", "Gouda", "ja", themes, "1 t/m 11"], ["K2", "Hub", "Gouda", "", "", "1;2;4;5;6;7;8;9;10;11"]]
    found = texts_of(build_register({"Activiteiten": [head, *rows]}), Selection(gemeente=("GM0513",)), "Gouda")
    assert found == ["‘Niveaus’ is hier bij 1 activiteit genoemd. Waar gebeurt dit al, zonder dat wij het weten?"]

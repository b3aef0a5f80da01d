from datetime import date

from lrn.measures.questions import questions
from lrn.selection import Selection

DAY = date(2026, 10, 1)


def test_first_come_the_themes_that_occur_most_elsewhere(register):
    # In Woerden (K03: wonen, welzijn) nothing is on climate (3 elsewhere), care (2), school (2); the netwerkthema has 6.
    found = questions(register, Selection(peildatum=DAY, regio=("GM0632",)), "Woerden")
    assert found == [
        "Rond arbeidsmarkttransities is in Woerden nog niets geregistreerd. Op andere plekken staan er 6. Wie ziet hier een kans?",
        "Rond klimaat is in Woerden nog niets geregistreerd. Op andere plekken staan er 3. Wie ziet hier een kans?",
        "Rond onderwijs is in Woerden nog niets geregistreerd. Op andere plekken staan er 2. Wie ziet hier een kans?",
    ]


def test_a_theme_that_is_nowhere_has_no_elsewhere(register):
    found = questions(register, Selection(peildatum=DAY, regio=("GM0632",)), "Woerden", amount=9)
    assert "Rond recreatie is in Woerden nog niets geregistreerd. Wie ziet hier een kans?" in found
    assert (
        "Rond mobiliteit is in Woerden nog niets geregistreerd. Op andere plekken staat er 1. Wie ziet hier een kans?"
        in found
    )


def test_when_themes_are_there_rare_ingredients_follow(build_register):
    themes = "onderwijs; klimaat; mobiliteit; wonen; zorg; welzijn; recreatie"
    head = ["ID", "Naam", "Gemeente", "Netwerkthema", "Thema's", "Ingrediënten"]
    register = build_register(
        {
            "Activiteiten": [
                head,
                ["K1", "Lab", "Gouda", "ja", themes, "2;3;4;5;6;7;8;9;10;11"],
                ["K2", "Hub", "Gouda", "", "", "3"],
            ]
        }
    )
    found = questions(register, Selection(gemeente=("GM0513",)), "Gouda")
    assert found == [
        "‘Uitdagingen’ is hier niet genoemd. Waar speelt het al, zonder dat het er staat?",
        "‘Deelnemers’ is hier bij 1 activiteit genoemd. Waar speelt het al, zonder dat het er staat?",
        "‘Arbeidsmarktregio’s’ is hier bij 1 activiteit genoemd. Waar speelt het al, zonder dat het er staat?",
    ]


def test_themes_are_asked_of_the_whole_register_whatever_the_day(register):
    # K08 (klimaat, wonen) in Gouda has ended; nothing in the municipality is active.
    found = questions(register, Selection(peildatum=DAY, gemeente=("GM0513",)), "Gouda", amount=9)
    assert not any("klimaat" in sentence or "wonen" in sentence for sentence in found)


def test_where_nothing_is_registered_there_is_one_question(register):
    found = questions(register, Selection(gemeente=("GM0537",)), "Katwijk")
    assert found == ["In Katwijk is nog niets geregistreerd. Wie ziet hier een kans?"]

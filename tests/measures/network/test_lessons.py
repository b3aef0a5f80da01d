import pytest

from lrn.measures.network.lessons import Lessons
from lrn.selection import Selection

EVER = Selection()


@pytest.fixture(scope="module")
def learning(build_register):
    rows = [
        ["ID", "Naam", "Gemeente", "College", "Thema's", "Ingrediënten", "Opbrengst"],
        ["A", "Alfalab", "Leiden", "Zorg", "zorg", "6", "Vraag het de wijk. Mail naam@voorbeeld.nl"],
        ["B", "Bètahub", "Gouda", "Zorg", "zorg; wonen", "6", "Begin klein."],
        ["C", "Ceelab", "Gouda", "Techniek", "wonen", "6", ""],
        ["D", "Deltawijk", "Leiden", "", "zorg", "", "Samen eten helpt."],
        ["E", "Echolab", "Woerden", "", "zorg", "", ""],
        ["F", "Foxtrot", "", "", "zorg", "", "Zonder plaats geleerd."],
        ["G", "Golfclub", "Gouda", "", "recreatie", "", ""],
    ]
    return build_register(
        {"Activiteiten": rows, "Verbindingslijnen": [["ID", "Van", "Naar"], ["L1", "A", "C"], ["L2", "A", "E"]]}
    )


def test_the_lessons_there_are_and_for_how_many(learning):
    found = Lessons(learning, EVER).all
    assert list(found["id"]) == ["A", "B", "D", "F"]
    assert found["les"].iat[0] == "Vraag het de wijk. Mail [e-mailadres]"
    # A: B (C and E have a line). B: A, D, E. D: B, E. F is in no place that is another place.
    assert list(found["voor"]) == [1, 3, 2, 0]


def test_who_can_use_a_lesson(learning):
    found = Lessons(learning, EVER).who_can_use("B")
    assert list(found["voor"]) == ["A", "D", "E"]
    assert found.iloc[0].to_dict() == {
        **{"les_van": "B", "les_van_naam": "Bètahub", "les_van_plaats": "AM20", "les": "Begin klein."},
        **{"voor": "A", "voor_naam": "Alfalab", "voor_plaats": "AM19", "punten": 5},
        "reden": "Beide gaan over zorg en noemen ‘Leren’.",
    }
    assert list(Lessons(learning, EVER).who_can_use("B", most=1)["voor"]) == ["A"]


def test_what_others_learned(learning):
    lessons = Lessons(learning, EVER)
    assert list(lessons.what_others_learned("E")["les_van"]) == ["B", "D"]
    assert list(lessons.what_others_learned("A")["les_van"]) == ["B"]
    assert lessons.what_others_learned("G").empty
    assert lessons.what_others_learned("nergens").empty


def test_who_learned_nothing_has_no_lesson_to_offer(learning):
    assert Lessons(learning, EVER).who_can_use("C").empty
    assert Lessons(learning, EVER).who_can_use("nergens").empty


def test_filters_narrow_whose_lessons_are_listed_and_not_for_whom(learning):
    gouda = Lessons(learning, Selection(regio=("AM20",)))
    assert list(gouda.all["id"]) == ["B"]
    assert list(gouda.who_can_use("B")["voor"]) == ["A", "D", "E"]
    care = Lessons(learning, Selection(college=("Zorg",)))
    assert list(care.all["id"]) == ["A", "B"]
    assert list(care.who_can_use("B")["voor"]) == ["A", "D", "E"]


def test_of_nothing_nothing_was_learned(empty):
    assert Lessons(empty, EVER).all.empty

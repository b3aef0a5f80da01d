import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn.measures.rows import similar
from lrn.measures.rows.similar import features, in_words, likeness, neighbours


def test_neighbours_are_those_that_share_most(register):
    # K01 has two partners (2 × 3), four themes with the netwerkthema (4 × 2), three ingredients, a form and a
    # municipality (2 × 2): 21. K06 has two themes and two ingredients, all of them shared: 6 of 21. K04 shares a
    # partner and the netwerkthema (5), and has 8: 5 of 24. K02 shares a partner, the netwerkthema and an ingredient
    # (6), and has 14: 6 of 29. K10 shares the netwerkthema only.
    found = neighbours("K01", features(register))
    assert [(near.id, near.likeness) for near in found] == [
        ("K06", pytest.approx(6 / 21)),
        ("K04", pytest.approx(5 / 24)),
        ("K02", pytest.approx(6 / 29)),
    ]
    assert found[0].shared == {
        ("thema", "zorg"),
        ("thema", "arbeidsmarkttransities"),
        ("ingredient", 1),
        ("ingredient", 3),
    }


def test_what_was_not_understood_or_is_called_anders_is_not_shared(build_register):
    rows = [
        ["ID", "Naam", "Verschijningsvorm", "Thema's", "Gemeente"],
        ["A", "een", "Anders", "anders; zorg", "Atlantis"],
        ["B", "twee", "Anders", "anders; zorg", "Atlantis"],
        ["C", "drie", "Toverlab", "zorg", "Leiden"],
    ]
    by_id = features(build_register({"Activiteiten": rows}))
    assert by_id["A"] == by_id["B"] == {("thema", "zorg")}
    assert neighbours("A", by_id) == []  # one feature makes no neighbour


def test_an_activity_with_nothing_filled_in_has_no_neighbours(register):
    by_id = features(register)
    assert by_id["K07"] == frozenset()
    assert neighbours("K07", by_id) == []


def test_what_is_equally_alike_keeps_the_order_of_the_workbook(build_register):
    rows = [["ID", "Naam", "Ingrediënten"], *([name, name, "1;2"] for name in "DCBAE")]
    by_id = features(build_register({"Activiteiten": rows}))
    assert [near.id for near in neighbours("C", by_id)] == ["D", "B", "A"]
    assert [near.id for near in neighbours("C", by_id, amount=9)] == ["D", "B", "A", "E"]


def test_what_is_shared_is_told_in_words(register):
    by_id = features(register)
    assert in_words(by_id["K01"] & by_id["K02"], register) == (
        "partner Stadsbestuur Leiden; thema arbeidsmarkttransities; ingrediënt 2. Deelnemers"
    )
    assert in_words(by_id["K01"], register) == (
        "partners Stadsbestuur Leiden en Zorgkoepel; thema's arbeidsmarkttransities, onderwijs, zorg en welzijn; "
        "vorm Livinglab; gemeente Leiden; ingrediënten 1, 2 en 3"
    )


def test_an_unknown_activity_has_no_neighbours(register):
    with pytest.raises(KeyError):
        neighbours("K99", features(register))


SETS = st.frozensets(st.tuples(st.sampled_from(list(similar.WEIGHTS)), st.integers(0, 4)))


@given(SETS, SETS)
@settings(deadline=None)
def test_likeness_is_a_share_of_what_either_has(one, other):
    found = likeness(one, other)
    assert 0 <= found <= 1
    assert found == likeness(other, one)
    assert (found > 0) == bool(one & other)
    assert (found == 1) == (one == other != frozenset())

from datetime import date

import pytest

from lrn.measures.rows.evidence import Evidence, amount
from lrn.measures.specialisation import accents, beside, everywhere, strongest_accents
from lrn.selection import Selection

NOW = Selection(peildatum=date(2026, 10, 1))


@pytest.fixture
def two_towns(build_register):
    """Six activities in Leiden, four in Gouda. Ingredient 1: 4 of 10, 2: 5 of 10, 3: 3 of 10."""
    leiden = ["1;2", "1", "1;3", "2", "", "1"]
    gouda = ["2;3", "2", "2;3", ""]
    rows = [["ID", "Naam", "Gemeente", "Ingrediënten", "Thema's"]]
    rows += [[f"L{n}", f"Leiden {n}", "Leiden", named, "zorg" if n < 3 else ""] for n, named in enumerate(leiden)]
    rows += [[f"G{n}", f"Gouda {n}", "Gouda", named, ""] for n, named in enumerate(gouda)]
    return build_register({"Activiteiten": rows})


def test_a_place_is_laid_beside_the_whole_network(two_towns):
    frame = accents(two_towns, NOW, plaats="AM19")
    assert list(frame.columns[:4]) == ["nr", "naam", "kort", "plaats"]
    assert list(frame["nr"]) == list(range(1, 12))
    assert frame.loc[0, ["naam", "kort", "plaats"]].tolist() == [
        "Maatschappelijke, onderwijskundige en economische uitdagingen",
        "Uitdagingen",
        "AM19",
    ]
    assert list(frame["aantal"][:4]) == [4, 2, 1, 0]
    assert list(frame["aantal_netwerk"][:4]) == [4, 5, 3, 0]
    assert set(frame["totaal"]) == {6}
    assert set(frame["totaal_netwerk"]) == {10}
    assert list(frame["verschil"][:4]) == pytest.approx([4 / 6 - 4 / 10, 2 / 6 - 5 / 10, 1 / 6 - 3 / 10, 0])


def test_fewer_than_five_activities_make_no_accent(two_towns):
    frame = accents(two_towns, NOW, plaats="AM20")
    assert list(frame["aantal"][:3]) == [0, 3, 2]
    assert set(frame["totaal"]) == {4}
    assert frame["verschil"].isna().all()
    assert frame["aandeel"].isna().all()
    assert strongest_accents(frame).empty


def test_the_strongest_differ_by_an_activity_or_more(two_towns):
    # Of six activities the network's share gives 2,4 for ingredient 1, 3 for 2 and 1,8 for 3: 3 differs by 0,8.
    assert list(strongest_accents(accents(two_towns, NOW, plaats="AM19"))["nr"]) == [1, 2]
    assert list(strongest_accents(accents(two_towns, NOW, plaats="AM19"), 1)["nr"]) == [1]


def test_filters_on_place_do_not_narrow_an_accent_and_others_do(two_towns):
    elsewhere = Selection(peildatum=NOW.peildatum, regio=("AM20",), gemeente=("GM0513",))
    assert accents(two_towns, elsewhere, plaats="AM19").equals(accents(two_towns, NOW, plaats="AM19"))
    on_zorg = Selection(peildatum=NOW.peildatum, thema=("zorg",))
    assert set(accents(two_towns, on_zorg, plaats="AM19")["totaal_netwerk"]) == {3}


def test_themes_can_be_laid_beside_the_network_too(two_towns):
    frame = beside(two_towns, two_towns.themas, "thema", ["onderwijs", "zorg"], plaats="AM19")
    assert list(frame["thema"]) == ["onderwijs", "zorg"]
    assert list(frame["aantal"]) == [0, 3]
    assert list(frame["verschil"]) == pytest.approx([0, 3 / 6 - 3 / 10])


def test_a_place_without_activities_has_no_accent(two_towns):
    frame = accents(two_towns, NOW, plaats="GM0632")
    assert set(frame["totaal"]) == {0}
    assert strongest_accents(frame).empty


def test_every_figure_of_an_accent_is_its_evidence(two_towns):
    there = Selection(peildatum=NOW.peildatum, regio=("AM20",))
    for row in accents(two_towns, there, plaats="AM19").to_dict("records"):
        whole = Evidence.of(basis="netwerk", ingredient=row["nr"])
        assert amount(two_towns, there, whole) == row["aantal_netwerk"]
        assert amount(two_towns, there, whole.also(plaats="AM19")) == row["aantal"]
    assert amount(two_towns, there, Evidence.of(basis="netwerk", plaats="AM19")) == 6
    assert amount(two_towns, there, Evidence.of(plaats="AM19")) == 0


def test_the_network_has_every_place(register):
    assert len(everywhere(register, Selection(peildatum=NOW.peildatum, regio=("AM19",))).activiteiten) == 7

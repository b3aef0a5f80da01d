from datetime import date

import pytest

from lrn.measures.ingredients import ingredient_by_place, per_ingredient
from lrn.selection import Selection, apply

DAY = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("filters", "counts", "of"),
    [
        ({"peildatum": DAY}, [3, 2, 2, 1, 0, 0, 0, 1, 2, 1, 0], 7),
        ({}, [4, 3, 2, 1, 0, 1, 1, 1, 3, 1, 1], 10),
        ({"gemeente": ("GM0546",)}, [1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0], 2),
    ],
    ids=["peildatum", "alles", "Leiden"],
)
def test_all_eleven_are_counted_in_order_with_their_share(register, filters, counts, of):
    frame = per_ingredient(apply(Selection(**filters), register))
    assert list(frame["nr"]) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert list(frame["aantal"]) == counts
    assert list(frame["aandeel"]) == pytest.approx([count / of for count in counts])


def test_an_ingredient_brings_its_names_and_question(register):
    frame = per_ingredient(register)
    assert frame.loc[2, ["nr", "naam", "kort", "vraag"]].tolist() == [3, "Verschillende niveaus", "Niveaus", "WIE"]
    assert list(frame["vraag"]) == ["WAAROM", "WIE", "WIE", "WAAR", "HOE", "HOE", "HOE", "WAT", "WAT", "WAT", "WAT"]


def test_ingredients_are_counted_by_place(register):
    frame = ingredient_by_place(apply(Selection(), register))
    order = ["nr", "naam", "kort", "label", "vraag", "level", "plaats", "plaats_naam", "aantal", "totaal", "aandeel"]
    assert list(frame.columns) == order
    assert len(frame) == 11 * 7
    counted = {(r.nr, r.plaats): r.aantal for r in frame.itertuples() if r.aantal}
    assert counted == {
        (1, "AM19"): 1,
        (1, "AM20"): 2,
        (1, "GM0632"): 1,
        (2, "AM19"): 1,
        (2, "AM34"): 1,
        (2, "AM20"): 1,
        (3, "AM19"): 1,
        (3, "AM20"): 1,
        (4, "elders"): 1,
        (6, "AM19"): 1,
        (7, "AM19"): 1,
        (8, "AM34"): 1,
        (9, "AM34"): 1,
        (9, "AM20"): 1,
        (9, "GM0632"): 1,
        (10, "AM21"): 1,
        (11, "AM19"): 1,
    }


def test_the_share_by_place_is_of_the_activities_there(register):
    frame = ingredient_by_place(apply(Selection(), register)).set_index(["nr", "plaats"])
    assert frame.loc[(1, "AM19"), ["aantal", "totaal"]].tolist() == [1, 3]
    assert frame.loc[(1, "AM19"), "aandeel"] == pytest.approx(1 / 3)
    assert frame.loc[(1, "AM20"), "aandeel"] == 1.0
    assert frame.loc[(5, "AM20"), "aandeel"] == 0.0


def test_the_places_of_an_ingredient_sum_to_its_count(register):
    selected = apply(Selection(peildatum=DAY), register)
    by_place = ingredient_by_place(selected).groupby("nr")["aantal"].sum()
    assert by_place.tolist() == [3, 2, 2, 1, 0, 0, 0, 1, 2, 1, 0]


def test_a_place_without_activities_has_no_share(register):
    frame = ingredient_by_place(apply(Selection(regio=("AM19",)), register))
    assert frame.loc[frame["plaats"] != "AM19", "aandeel"].isna().all()
    assert (frame.loc[frame["plaats"] != "AM19", "totaal"] == 0).all()

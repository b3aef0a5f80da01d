from datetime import date

import pytest

from lrn.measures.onmap.lines import ends, nodes, pairs
from lrn.measures.places import AREAS, Area
from lrn.measures.rows.evidence import Evidence, amount, read, rows
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))  # L4 does not exist yet


def counted(frame):
    return dict(zip(frame["paar"], frame["aantal"], strict=True))


def test_lines_are_counted_between_places(register):
    frame = pairs(register, NOW, level="plaats")
    assert counted(frame) == {"AM19|AM20": 1, "AM19|GM0632": 2, "AM20|AM20": 1}
    assert list(frame["ligging"]) == ["tussen", "tussen", "binnen"]
    assert frame.loc[1, ["van_naam", "naar_naam"]].tolist() == ["Holland Rijnland", "Woerden (Midden-Utrecht)"]


def test_lines_are_counted_between_municipalities(register):
    frame = pairs(register, NOW, level="gemeente")
    assert counted(frame) == {"GM0546|GM0513": 1, "GM0546|GM0632": 1, "GM0513|AM20": 1, "GM0632|AM19": 1}
    order = list(nodes("gemeente")).index  # and not that of the codes
    assert [order(code) for code in frame["van"]] == sorted(order(code) for code in frame["van"])
    names = dict(zip(frame["paar"], frame["naar_naam"], strict=True))
    assert names["GM0513|AM20"] == "Midden-Holland (zonder gemeente)"
    assert names["GM0546|GM0632"] == "Woerden"


def test_an_end_that_is_an_activity_counts_for_its_place_also_when_it_is_not_selected(register):
    found = ends(register, apply(NOW, register).verbindingslijnen, level="plaats")
    assert found.to_numpy().tolist() == [["AM19", "GM0632"], ["AM19", "AM20"], ["AM20", "AM20"], ["GM0632", "AM19"]]


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        (Area("plaats", "AM19"), {"GM0546|GM0513": 1, "GM0546|GM0632": 1, "GM0632|AM19": 1}),
        (Area("gemeente", "GM0546"), {"GM0546|GM0513": 1, "GM0546|GM0632": 1}),
        (Area("plaats", "AM34"), {}),
    ],
)
def test_within_an_area_the_lines_that_touch_it_are_counted(register, area, expected):
    assert counted(pairs(register, NOW, level="gemeente", area=area)) == expected


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"tussen_plaatsen": "AM19|GM0632"}, ["L1", "L5"]),
        ({"tussen_plaatsen": "GM0632|AM19"}, ["L1", "L5"]),
        ({"tussen_plaatsen": "AM20|AM20"}, ["L3"]),
        ({"tussen_plaatsen": "AM19|AM34"}, []),
        ({"tussen_gemeenten": "GM0546|GM0513"}, ["L2"]),
        ({"tussen_gemeenten": "GM0632|AM19"}, ["L5"]),
        ({"raakt_plaats": "AM19"}, ["L1", "L2", "L5"]),
        ({"raakt_plaats": "AM20"}, ["L2", "L3"]),
        ({"raakt_gemeente": "GM0546"}, ["L1", "L2"]),
        ({"raakt_gemeente": "GM0632"}, ["L1", "L5"]),
        ({"ligging_plaatsen": "binnen"}, ["L3"]),
        ({"ligging_plaatsen": "tussen"}, ["L1", "L2", "L5"]),
        ({"ligging_gemeenten": "binnen"}, []),
        ({"raakt_plaats": "AM20", "ligging_gemeenten": "tussen"}, ["L2", "L3"]),
        ({"raakt_gemeente": "GM0546", "tussen_gemeenten": "GM0546|GM0632"}, ["L1"]),
    ],
    ids=str,
)
def test_a_number_of_lines_is_followed_to_the_lines(register, conditions, expected):
    evidence = Evidence.of("verbindingslijnen", **conditions)
    assert list(rows(register, NOW, evidence)["id"]) == expected
    assert read(evidence.parameters) == (evidence, [])


def test_all_lines_are_somewhere(register):
    for level, many in (("plaats", "plaatsen"), ("gemeente", "gemeenten")):
        for area in (None, *AREAS[:3], Area("gemeente", "GM0632")):
            touching = {f"raakt_{area.level}": area.code} if area else {}
            frame = pairs(register, Selection(), level=level, area=area)
            for row in frame.itertuples():
                between = {f"tussen_{many}": row.paar}
                found = Evidence.of("verbindingslijnen", **touching, **between)
                assert amount(register, Selection(), found) == row.aantal
            for where in ("tussen", "binnen", "buiten"):
                found = Evidence.of("verbindingslijnen", **touching, **{f"ligging_{many}": where})
                assert amount(register, Selection(), found) == frame.loc[frame["ligging"] == where, "aantal"].sum()
        assert pairs(register, Selection(), level=level)["aantal"].sum() == 5


def test_an_end_that_is_not_ours_or_not_understood_is_off_the_map(build_register):
    register = build_register(
        {
            "Activiteiten": [
                ["ID", "Naam", "Gemeente"],
                ["K1", "a", "Leiden"],
                ["K2", "b", "Utrecht"],
                ["K3", "c", ""],
            ],
            "Verbindingslijnen": [
                ["ID", "Van", "Naar"],
                ["L1", "K1", "K2"],
                ["L2", "K1", "K3"],
                ["L3", "Leiden", "Rijnmond"],
                ["L4", "Leiden", "Atlantis"],
                ["L5", "K1", "Utrecht"],
                ["L6", "K1", "Zuidplas"],
                ["L7", "K1", "Midden-Utrecht"],
            ],
        }
    )
    assert counted(pairs(register, Selection(), level="gemeente")) == {
        "GM0546|GM1892": 1,
        "GM0546|elders": 4,
        "GM0546|zonder": 2,
    }
    by_place = pairs(register, Selection(), level="plaats")
    assert counted(by_place) == {"AM19|elders": 5, "AM19|zonder": 2}
    assert set(by_place["ligging"]) == {"buiten"}


def test_pairs_that_cannot_be_are_not_understood():
    asked = [
        "tussen_plaatsen:AM19",
        "tussen_plaatsen:AM19|AM99",
        "tussen_gemeenten:AM19|GM0546|GM0513",
        "raakt_plaats:",
    ]
    assert read(["telt:verbindingslijnen", *asked]) == (Evidence("verbindingslijnen"), asked)


def test_woerden_is_one_place_by_municipality_too():
    assert list(nodes("gemeente")).count("GM0632") == 1
    assert nodes("gemeente")["GM0632"] == "Woerden"

from datetime import date
from itertools import combinations

import numpy as np
import pytest

from lrn import vocabulary as v
from lrn.measures.network.graph import graph
from lrn.measures.network.layout import positions
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply

DAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=DAY)


@pytest.fixture(scope="module")
def found(sample):
    return positions(sample)


def test_every_node_of_every_selection_has_a_position(sample, found):
    assert list(found.columns) == ["x", "y"]
    assert np.isfinite(found.to_numpy()).all()
    for selection in (Selection(), Selection(peildatum=DAY), Selection(regio=("AM19",)), Selection(thema=("zorg",))):
        assert set(graph(apply(selection, sample))) <= set(found.index)


def test_the_same_register_is_always_drawn_the_same(sample, found):
    assert positions(sample).equals(found)


def test_what_a_row_says_of_other_things_moves_nothing(build_register):
    rows = [["ID", "Naam", "Gemeente"], ["A", "Een", "Leiden"], ["B", "Twee", "Gouda"], ["C", "Drie", "Woerden"]]
    lines = [["ID", "Van", "Naar"], ["L1", "A", "B"]]
    one = build_register({"Activiteiten": rows, "Verbindingslijnen": lines})
    renamed = [rows[0], *([identity, f"{name}!", where] for identity, name, where in rows[1:])]
    other = build_register({"Activiteiten": renamed, "Verbindingslijnen": lines})
    assert positions(other).equals(positions(one))


def test_nodes_are_apart(found):
    at = found.to_numpy()
    apart = np.hypot(*(at[:, None] - at).T)
    np.fill_diagonal(apart, np.inf)
    assert apart.min() > 0.8


def test_each_region_keeps_together_and_lies_as_on_the_map(sample, found):
    where = sample.activiteiten.set_index("id")["plaats"]
    at = {code: found.loc[[f"activiteit:{i}" for i in where[where == code].index]] for code in v.EIGEN_PLAATSEN}
    middle = {code: nodes.mean() for code, nodes in at.items()}
    assert middle[v.HOLLAND_RIJNLAND]["y"] > middle[v.ZUID_HOLLAND_CENTRAAL]["y"]
    assert middle[v.ZUID_HOLLAND_CENTRAAL]["x"] < middle[v.MIDDEN_HOLLAND]["x"] < middle[v.WOERDEN]["x"]
    for one, other in combinations(at, 2):
        width = [np.hypot(*(at[code] - middle[code]).to_numpy().T).mean() for code in (one, other)]
        assert np.hypot(*(middle[one] - middle[other])) > sum(width), (one, other)


def test_a_partner_of_two_regions_stands_between_them(build_register):
    rows = [[f"L{n}", "Lab", "Leiden"] for n in range(5)] + [[f"G{n}", "Hub", "Gouda"] for n in range(5)]
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam", "Gemeente"], *rows],
            "Partners": [["ID", "Naam", "Gemeente"], ["P1", "Beide", "Leiden"], ["P2", "Een", "Gouda"]],
            "Deelnames": [["Activiteit", "Partner"], ["L0", "P1"], ["G0", "P1"], ["L1", "P2"], ["L2", "P2"]],
        }
    )
    at = positions(register)
    leiden, gouda = (at.loc[[f"activiteit:{kind}{n}" for n in range(5)]].mean() for kind in "LG")

    def nearer(partner):
        return np.hypot(*(at.loc[partner] - leiden)) / np.hypot(*(at.loc[partner] - gouda))

    assert 0.5 < nearer("partner:P1") < 2
    assert nearer("partner:P2") < 0.5  # where it takes part, not where it has its seat


def test_nothing_and_a_single_node_can_be_drawn(empty, build_register):
    assert positions(empty).empty
    assert list(positions(empty).columns) == ["x", "y"]
    one = build_register({"Activiteiten": [["ID", "Naam"], ["A", "Een"]]})
    assert list(positions(one).index) == ["activiteit:A"]
    assert np.isfinite(positions(one).to_numpy()).all()

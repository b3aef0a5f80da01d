from datetime import date

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn.measures.network.connectors import connectors, loose_without
from lrn.measures.network.figures import netwerk
from lrn.measures.network.graph import falls_loose, graph, node, stands_alone
from lrn.measures.rows.evidence import Evidence, rows
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


def test_what_falls_loose(drawn):
    assert falls_loose(apply(NOW, drawn)) == {
        "activiteit:B": ["A", "C"],
        "activiteit:D": ["E"],
        "activiteit:E": ["D"],
        "partner:P1": ["D", "E"],
    }
    # A─B, B─C, A─H, H─F, E─F by lines; D only by P1, and F and H also by P2
    assert falls_loose(drawn) == {"activiteit:B": ["C"], "activiteit:E": ["D"], "partner:P1": ["D"]}


def test_who_connects_in_order_and_in_words(drawn):
    found = connectors(apply(NOW, drawn))
    assert list(found["knoop"]) == ["activiteit:B", "partner:P1", "activiteit:A", "activiteit:C"]
    assert list(found["los"]) == [2, 2, 0, 0]
    assert list(found["activiteiten"]) == [2, 2, 1, 1]
    assert list(found["zin"]) == [
        "Verbindt 2 activiteiten in 2 regio's. Zonder deze activiteit hebben 2 activiteiten geen lijn of gedeelde partner meer.",
        "Verbindt 2 activiteiten in 2 regio's. Zonder deze partner hebben 2 activiteiten geen lijn of gedeelde partner meer.",
        "Heeft een lijn met 1 activiteit.",
        "Heeft een lijn met 1 activiteit.",
    ]


@pytest.mark.parametrize("selection", [NOW, Selection()], ids=str)
def test_what_falls_loose_can_be_followed(drawn, selection):
    for row in connectors(apply(selection, drawn)).to_dict("records"):
        assert len(rows(drawn, selection, loose_without(row["knoop"]))) == row["los"], row["knoop"]


def test_a_part_can_be_followed(drawn):
    assert list(rows(drawn, NOW, Evidence.of(deel="C"))["id"]) == ["A", "B", "C"]
    assert list(rows(drawn, NOW, Evidence.of(deel="E"))["id"]) == []
    assert list(rows(drawn, NOW, Evidence.of(deel_via_partners="E"))["id"]) == ["D", "E"]


def test_betweenness_is_that_of_networkx_on_the_same_edges(drawn):
    selected = apply(NOW, drawn)
    own = nx.Graph([("A", "B"), ("B", "C"), ("D", "P1"), ("E", "P1"), ("F", "P2"), ("G", "PA")])
    expected = nx.betweenness_centrality(own)
    found = connectors(selected).set_index("id")["tussen"]
    assert found.to_dict() == pytest.approx({name: expected[name] for name in ("B", "P1", "A", "C")})


def test_of_nothing_nobody_connects(empty):
    assert connectors(empty).empty
    assert falls_loose(empty) == {}


IDS = [f"N{n}" for n in range(7)]
ONE = st.sampled_from(IDS)


@settings(max_examples=40, deadline=None)
@given(
    pairs=st.lists(st.tuples(ONE, ONE), max_size=6),
    taking_part=st.lists(st.tuples(ONE, st.sampled_from(["P1", "P2", "P3"])), max_size=8),
)
def test_without_a_node_so_many_more_stand_alone(build_register, pairs, taking_part):
    def made(without=""):
        return build_register(
            {
                "Activiteiten": [["ID", "Naam"], *([name, "Lab"] for name in IDS if f"activiteit:{name}" != without)],
                "Partners": [["ID", "Naam"], *([p, "x"] for p in ("P1", "P2", "P3") if f"partner:{p}" != without)],
                "Deelnames": [["Activiteit", "Partner"], *taking_part],
                "Verbindingslijnen": [["ID", "Van", "Naar"], *([f"L{n}", *pair] for n, pair in enumerate(pairs))],
            }
        )

    register = made()
    alone = netwerk(register)["via_partners"]["losse_activiteiten"]
    loose = falls_loose(register)
    for name in graph(register):
        less = made(without=name)
        then = netwerk(less)["via_partners"]["losse_activiteiten"]
        others_alone = alone - (name in {node("activiteit", i) for i in _alone(register)})
        assert then - others_alone == len(loose.get(name, ())), name


def _alone(register):
    return register.activiteiten["id"][stands_alone(register, via_partners=True)]

from datetime import date

from lrn.measures.network.graph import graph, kind_and_code, lines_between, node, part_of, parts, stands_alone
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


def edges(found, kind):
    return {
        tuple(sorted(pair)): lines for *pair, lines in found.edges(data="lijnen") if found.edges[pair]["soort"] == kind
    }


def test_activities_partners_and_places_are_nodes_in_a_fixed_order(drawn):
    found = graph(apply(NOW, drawn))
    assert list(found) == [
        *(f"activiteit:{letter}" for letter in "ABCDEFG"),
        *("partner:P1", "partner:P2", "partner:A"),
        *("gemeente:GM0513", "gemeente:GM0632", "regio:AM20"),
    ]
    assert found.nodes["activiteit:A"] == {"soort": "activiteit", "id": "A", "naam": "Alfalab", "plaats": "AM19"}
    assert found.nodes["partner:A"] == {
        "soort": "partner",
        "id": "A",
        "naam": "Heet als een activiteit",
        "plaats": "zonder",
    }
    assert found.nodes["gemeente:GM0632"]["plaats"] == "GM0632"
    assert found.nodes["regio:AM20"] == {"soort": "regio", "id": "AM20", "naam": "Midden-Holland", "plaats": "AM20"}


def test_lines_and_participations_join_them(drawn):
    found = graph(apply(NOW, drawn))
    assert edges(found, "lijn") == {
        ("activiteit:A", "activiteit:B"): ("L1", "L2"),
        ("activiteit:B", "activiteit:C"): ("L3",),
        ("activiteit:G", "gemeente:GM0513"): ("L4",),
        ("gemeente:GM0632", "regio:AM20"): ("L8",),
        ("gemeente:GM0513", "gemeente:GM0632"): ("L11",),  # Woerden as a region is Woerden
    }
    assert edges(found, "deelname") == {
        ("activiteit:D", "partner:P1"): (),
        ("activiteit:E", "partner:P1"): (),
        ("activiteit:F", "partner:P2"): (),
        ("activiteit:G", "partner:A"): (),
    }


def test_partners_and_places_can_be_left_out(drawn):
    found = graph(apply(NOW, drawn), partners=False, places=False)
    assert {kind_and_code(name)[0] for name in found} == {"activiteit"}
    assert found.number_of_edges() == 2


def test_lines_that_join_two_of_the_activities(drawn):
    assert list(lines_between(apply(NOW, drawn))["id"]) == ["L1", "L2", "L3"]
    assert list(lines_between(drawn)["id"]) == ["L1", "L2", "L3", "L6", "L7", "L9"]
    assert list(lines_between(apply(Selection(regio=("AM20",)), drawn))["id"]) == []


def test_what_hangs_together(drawn):
    assert parts(apply(NOW, drawn)) == [["A", "B", "C"]]
    assert parts(apply(NOW, drawn), via_partners=True) == [["A", "B", "C"], ["D", "E"]]
    assert parts(drawn) == [["A", "B", "C", "E", "F", "H"]]
    assert parts(drawn, via_partners=True) == [["A", "B", "C", "D", "E", "F", "H"]]


def test_each_activity_knows_its_part(drawn):
    found = part_of(apply(NOW, drawn), via_partners=True)
    assert found.to_dict() == {"A": "A", "B": "A", "C": "A", "D": "D", "E": "D"}


def test_what_stands_alone(drawn):
    selected = apply(NOW, drawn)
    names = selected.activiteiten["id"]
    assert list(names[stands_alone(selected)]) == ["D", "E", "F", "G"]
    assert list(names[stands_alone(selected, via_partners=True)]) == ["F", "G"]


def test_an_empty_register_is_an_empty_graph(empty):
    assert not graph(empty)
    assert parts(empty) == []
    assert part_of(empty).empty
    assert stands_alone(empty).empty
    assert lines_between(empty).empty


def test_a_node_keeps_every_sign_of_an_id():
    assert kind_and_code(node("partner", "P:1:2")) == ("partner", "P:1:2")

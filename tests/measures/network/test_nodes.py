from datetime import date

import pytest

from lrn.measures.network import graph, nodes
from lrn.measures.network.paths import path, step_evidence
from lrn.measures.rows import evidence
from lrn.measures.rows.evidence import Evidence
from lrn.selection import Selection, apply
from tests.conftest import PEILDATUM, TEN_ROWS

NOW = Selection(peildatum=PEILDATUM)


def found(register, selection=NOW, **options):
    return nodes.nodes(register, selection, **({"by": "regio", "partners": True} | options)).set_index("knoop")


def test_a_node_says_what_it_joins(register):
    frame = found(register)
    assert frame.loc["activiteit:K01", ["lijnen", "deelnames"]].tolist() == [1, 2]
    assert frame.loc["partner:P1", ["lijnen", "deelnames"]].tolist() == [0, 2]
    assert frame.loc["gemeente:GM0546", ["soort_naam", "lijnen", "deelnames"]].tolist() == ["Gemeente", 1, 0]
    assert frame.loc["activiteit:K07", ["lijnen", "deelnames"]].tolist() == [0, 0]


def test_partners_are_there_when_they_are_asked_for_or_near(register):
    assert not found(register, partners=False)["soort"].eq(graph.PARTNER).any()
    near = found(register, partners=False, also=("partner:P2", "activiteit:K01"))
    assert near.index[near["soort"] == graph.PARTNER].tolist() == ["partner:P2"]
    assert near.loc["activiteit:K01", "deelnames"] == 2  # whether they are drawn or not


@pytest.mark.parametrize("by", ["regio", "vorm", "thema", "niveau"])
def test_a_filter_changes_no_group(register, by):
    everywhere, some = found(register, Selection(), by=by), found(register, Selection(regio=("AM19",)), by=by)
    columns = ["groep", "groep_nr", "groep_naam"]
    assert some[columns].equals(everywhere.loc[some.index, columns])


def test_what_has_several_values_has_a_group_of_its_own(build_register):
    head = ["ID", "Naam", "Thema's", "Niveaus"]
    rows = [
        ["A1", "een", "zorg", "tactisch"],
        ["A2", "twee", "zorg; wonen", "tactisch; operationeel"],
        ["A3", "drie", "", "strategisch; tactisch; operationeel"],
        ["A4", "vier", "iets vreemds", "bovenop"],
    ]
    register = build_register({"Activiteiten": [head, *rows]})
    themes, levels = (found(register, Selection(), by=by)["groep"].tolist() for by in ("thema", "niveau"))
    assert themes == ["zorg", nodes.SEVERAL, "", "anders" if themes[3] == "anders" else ""]
    assert levels == ["tactisch", nodes.TWO_LEVELS, nodes.ALL_LEVELS, ""]


def test_edges_are_those_of_the_graph(register):
    frame = nodes.edges(apply(NOW, register))
    assert set(frame.loc[frame["soort"] == graph.LIJN, ["van", "naar"]].itertuples(index=False, name=None)) >= {
        ("activiteit:K01", "activiteit:K03")
    }
    assert (frame["soort"] == graph.DEELNAME).sum() == 4


def test_what_lies_around_comes_nearest_first(register):
    selected = apply(NOW, register)
    one, two = (nodes.around(selected, "activiteit:K01", steps=steps) for steps in (1, 2))
    assert one[0] == two[0] == "activiteit:K01"
    assert set(one[1:]) == {"activiteit:K03", "partner:P1", "partner:P2"}
    assert set(two) - set(one) == {"activiteit:K02", "activiteit:K04"}
    assert two[: len(one)] == one
    assert nodes.around(selected, "activiteit:K08", steps=1) == []  # over by then


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (Evidence.of("verbindingslijnen", eind="activiteit:K01"), ["L1"]),
        (Evidence.of("verbindingslijnen", eind="gemeente:GM0546"), ["L2"]),
        (Evidence.of("verbindingslijnen", eind="gemeente:GM0632"), ["L5"]),
        (Evidence.of("verbindingslijnen", eind="partner:P1"), []),
        (Evidence.of("verbindingslijnen", eind="activiteit:bestaat niet"), []),
        (Evidence.of(lijn_met="K01"), ["K03"]),
        (Evidence.of(lijn_met="K03"), ["K01"]),
        (Evidence.of(lijn_met="K02"), []),  # its line is still to come
    ],
)
def test_the_rows_behind_a_node(register, asked, ids):
    assert evidence.rows(register, NOW, asked)["id"].tolist() == ids
    assert asked.phrases()
    assert asked.definitions


def test_the_lines_of_a_node_are_those_that_are_counted_there(build_register):
    rows = [
        *TEN_ROWS["Verbindingslijnen"],
        ["L6", "K03", "K01", "", "", "", ""],
        ["L7", "K01", "K01", "", "", "", ""],
        ["L8", "K01", "K08", "", "", "", ""],  # which is over
        ["L9", "K01", "nergens", "", "", "", ""],
    ]
    register = build_register(TEN_ROWS | {"Verbindingslijnen": rows})
    frame = found(register)
    for name, lines in zip(frame.index, frame["lijnen"], strict=True):
        assert evidence.amount(register, NOW, Evidence.of("verbindingslijnen", eind=name)) == lines, name
    assert frame.loc["activiteit:K01", "lijnen"] == 2


@pytest.mark.parametrize("text", ["eind:activiteit:", "eind:maan:K01", "eind:gemeente:GM9999", "eind:", "lijn_met:"])
def test_a_node_that_cannot_be_is_not_understood(text):
    assert evidence.read([text])[1] == [text]


def test_each_step_of_a_path_has_its_rows(register):
    way = path(apply(NOW, register), "activiteit:K03", "partner:P2").nodes
    assert way == ("activiteit:K03", "activiteit:K01", "partner:P2")
    line, joins = step_evidence(*way[:2], lines=True), step_evidence(*way[1:], lines=False)
    assert evidence.rows(register, NOW, line)["id"].tolist() == ["L1"]
    assert evidence.rows(register, NOW, joins)["id"].tolist() == ["K01"]
    there = step_evidence("activiteit:K01", "gemeente:GM0546", lines=False)
    assert evidence.rows(register, NOW, there)["id"].tolist() == ["K01"]


def test_a_day_gone_by_has_the_nodes_of_that_day(register):
    frame = found(register, Selection(peildatum=date(2025, 1, 1)))
    assert set(frame.index[frame["soort"] == graph.ACTIVITEIT]) == {
        f"activiteit:{identity}"
        for identity in apply(Selection(peildatum=date(2025, 1, 1)), register).activiteiten["id"]
    }

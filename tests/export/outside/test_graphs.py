"""A graph for other programs, as networkx and openpyxl read it back."""

import io
from datetime import date, datetime

import networkx as nx
import openpyxl
import pytest

from lrn.export.outside import graphs
from lrn.export.outside.asked import Asked
from lrn.selection import Selection
from tests.conftest import PEILDATUM, TEN_ROWS

READ = {graphs.graphml: nx.read_graphml, graphs.gexf: nx.read_gexf}
LINE = "GM0546", "GM0513"


def asked(register, selection=None, **more):
    return Asked(register, selection or Selection(peildatum=PEILDATUM), datetime(2026, 10, 2, 9, 30), **more)


@pytest.fixture(params=READ, ids=lambda made: made.__name__)
def read(request):
    """The graph of a register, written and read back."""
    return lambda register, *more: READ[request.param](io.BytesIO(request.param(asked(register, *more))))


def test_the_graph_has_the_nodes_and_edges_of_the_network(register, read):
    found = read(register)
    kinds = nx.get_node_attributes(found, "Type")
    assert {name for name, kind in kinds.items() if kind == "Activiteit"} == {f"activiteit:K0{n}" for n in range(1, 8)}
    assert {name for name, kind in kinds.items() if kind == "Partner"} == {"partner:P1", "partner:P2"}
    assert {name for name, kind in kinds.items() if kind == "Gemeente"} == {
        f"gemeente:{code}" for code in (*LINE, "GM0632")
    }
    assert found.edges["activiteit:K01", "activiteit:K03"]["Verbindingslijnen"] == "L1"
    assert found.edges["activiteit:K01", "partner:P2"]["Type"] == "Deelname"
    assert not found.is_directed()


def test_a_node_carries_its_row(register, read):
    node = read(register).nodes["activiteit:K01"]
    assert (node["label"], node["Regio"], node["College"]) == ("Zorglab Leiden", "Holland Rijnland", "Zorg en Welzijn")
    assert node["Start"] == "2024-02-01"
    assert 4 < node["lon"] < 5
    assert not {"Contactpersoon", "E-mail", "Einde"} & set(node)  # what is not given is not there
    assert "lon" not in read(register).nodes["activiteit:K07"]


def test_two_lines_between_the_same_two_are_one_edge_of_double_weight(build_register, read):
    rows = [*TEN_ROWS["Verbindingslijnen"], ["L6", "K03", "K01", "3O-overleg", "", "", ""]]
    edge = read(build_register(TEN_ROWS | {"Verbindingslijnen": rows})).edges["activiteit:K01", "activiteit:K03"]
    assert (edge["weight"], edge["Verbindingslijnen"]) == (2, "L1; L6")
    assert edge["Vorm"].split("; ")[0] == "Kennisdeling"


def test_a_graph_says_where_it_comes_from(register, read):
    assert read(register).graph["name"].startswith("Selectie: Hele netwerk · Peildatum: 1 oktober 2026 · Register:")


def test_nothing_selected_is_a_graph_without_nodes(register, read):
    assert len(read(register, Selection(peildatum=PEILDATUM, thema=("recreatie",)))) == 0


def test_a_text_that_xml_cannot_hold_is_still_read(build_register, read):
    head, first, *rest = TEN_ROWS["Activiteiten"]
    odd = [first[0], "Zorg\x0b <lab> & 'wij' – bel 0612345678", *first[2:]]
    found = read(build_register(TEN_ROWS | {"Activiteiten": [head, odd, *rest]}))
    assert found.nodes["activiteit:K01"]["label"] == "Zorg <lab> & 'wij' – bel [telefoonnummer]"


def kumu(register, *more):
    book = openpyxl.load_workbook(io.BytesIO(graphs.kumu(asked(register, *more))))
    return book, {name: list(book[name].iter_rows(values_only=True)) for name in ("Elements", "Connections")}


def test_kumu_gets_its_two_sheets_and_a_third_that_it_leaves_alone(register):
    book, found = kumu(register)
    assert book.sheetnames == ["Elements", "Connections", "Selectie (ignore)"]
    elements = [dict(zip(found["Elements"][0], row, strict=True)) for row in found["Elements"][1:]]
    assert list(elements[0])[:3] == ["ID", "Label", "Type"]
    first = elements[0]
    assert (first["ID"], first["Label"], first["Type"]) == ("activiteit:K01", "Zorglab Leiden", "Activiteit")
    assert first["Tags"] == "Onderwijs|Zorg|Welzijn"
    assert first["Niveaus"] == "strategisch|tactisch|operationeel"
    assert dict(book["Selectie (ignore)"].iter_rows(values_only=True))["Selectie"] == "Hele netwerk"


def test_each_line_is_a_connection_of_kumu_between_elements(build_register):
    rows = [*TEN_ROWS["Verbindingslijnen"], ["L6", "K03", "K01", "3O-overleg", "", date(2026, 2, 1), "samen"]]
    _, found = kumu(build_register(TEN_ROWS | {"Verbindingslijnen": rows}))
    known = {row[0] for row in found["Elements"][1:]}
    joined = [dict(zip(found["Connections"][0], row, strict=True)) for row in found["Connections"][1:]]
    assert list(joined[0])[:3] == ["ID", "From", "To"]
    assert {end for row in joined for end in (row["From"], row["To"])} <= known
    between = [row for row in joined if {row["From"], row["To"]} == {"activiteit:K01", "activiteit:K03"}]
    assert [(row["ID"], row["Label"], row["Sinds"]) for row in between] == [
        ("lijn:L1", "Kennisdeling", "2025-03-01"),
        ("lijn:L6", "3O-overleg", "2026-02-01"),
    ]
    assert between[1]["Description"] == "samen"
    assert sum(row["Type"] == "Deelname" for row in joined) == 4

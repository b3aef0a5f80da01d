from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn.measures.network.figures import EVIDENCE, netwerk
from lrn.measures.rows.evidence import amount, read, rows
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))
LEVELS = ("strategisch", "tactisch", "operationeel")


def flat(found):
    """The figures by the keys of EVIDENCE."""
    levels = {f"sateprikker.{row['niveau']}": row["aantal"] for row in found["sateprikker"]["per_niveau"]}
    via = {f"via_partners.{name}": value for name, value in found["via_partners"].items()}
    plain = {name: value for name, value in found.items() if isinstance(value, int)}
    return plain | via | levels | {"sateprikker.volledig": found["sateprikker"]["volledig"]}


@pytest.mark.parametrize(
    ("selection", "lines", "across", "groups", "alone", "via", "alone_via", "joined", "levels"),
    [
        (NOW, 3, 1, 1, 4, 2, 2, 1, (2, 3, 3)),
        (Selection(), 6, 4, 1, 2, 1, 1, 2, (3, 4, 4)),
        (Selection(peildatum=date(2026, 9, 30)), 2, 0, 1, 5, 2, 3, 1, (2, 3, 3)),  # the day before L3
        (Selection(peildatum=date(2026, 10, 2)), 4, 2, 2, 2, 2, 1, 1, (2, 3, 3)),  # the first day of L9
        (Selection(peildatum=date(2026, 10, 1), regio=("AM19",)), 2, 0, 1, 1, 1, 1, 1, (1, 2, 1)),
        (Selection(peildatum=date(2026, 10, 1), regio=("GM0632",)), 0, 0, 0, 1, 0, 1, 0, (1, 0, 0)),
        (Selection(peildatum=date(2026, 10, 1), regio=("AM21",)), 0, 0, 0, 0, 0, 0, 0, (0, 0, 0)),
    ],
    ids=str,
)
def test_the_figures_are_those_counted_by_hand(
    drawn, selection, lines, across, groups, alone, via, alone_via, joined, levels
):
    assert netwerk(apply(selection, drawn)) == {
        "lijnen_tussen_activiteiten": lines,
        "lijnen_tussen_regios": across,
        "componenten": groups,
        "losse_activiteiten": alone,
        "via_partners": {"componenten": via, "losse_activiteiten": alone_via},
        "sateprikker": {
            "volledig": joined,
            "per_niveau": [{"niveau": level, "aantal": n} for level, n in zip(LEVELS, levels, strict=True)],
        },
    }


@pytest.mark.parametrize("selection", [NOW, Selection(), Selection(regio=("AM19", "AM20"))], ids=str)
def test_every_figure_can_be_followed(drawn, selection):
    found = flat(netwerk(apply(selection, drawn)))
    assert found.keys() == EVIDENCE.keys()
    for name, evidence in EVIDENCE.items():
        assert amount(drawn, selection, evidence) == found[name], name
        assert read(evidence.parameters) == (evidence, [])
        assert evidence.definitions


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lijnen_tussen_activiteiten", ["L1", "L2", "L3"]),
        ("lijnen_tussen_regios", ["L3"]),
        ("componenten", ["A", "B", "C"]),
        ("losse_activiteiten", ["D", "E", "F", "G"]),
        ("via_partners.componenten", ["A", "B", "C", "D", "E"]),
        ("via_partners.losse_activiteiten", ["F", "G"]),
        ("sateprikker.volledig", ["A"]),
        ("sateprikker.operationeel", ["A", "C", "G"]),
    ],
)
def test_the_rows_behind_a_figure(drawn, name, expected):
    assert list(rows(drawn, NOW, EVIDENCE[name])["id"]) == expected


def test_what_stands_alone_in_the_network_is_asked_of_the_whole_of_it(drawn):
    alone = EVIDENCE["losse_activiteiten"]
    assert list(rows(drawn, NOW, alone.also(plaats="AM20"))["id"]) == ["E"]  # C hangs on B, of another region
    assert list(rows(drawn, Selection(peildatum=NOW.peildatum, regio=("AM20",)), alone)["id"]) == ["C", "E"]


def test_of_nothing_the_figures_are_zero(empty):
    assert set(flat(netwerk(empty)).values()) == {0}


IDS = [f"N{n}" for n in range(9)]
PAIRS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=10)
TAKING_PART = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(["P1", "P2", "P3"])), max_size=8)


def union_find(names, pairs):
    """How many parts of two or more there are, and how many of one."""
    leader = {name: name for name in names}

    def top(name):
        while leader[name] != name:
            name = leader[name]
        return name

    for one, other in pairs:
        leader[top(one)] = top(other)
    sizes = [sum(top(name) == each for name in names) for each in names if leader[each] == each]
    return sum(size > 1 for size in sizes), sum(size == 1 for size in sizes)


@settings(max_examples=60, deadline=None)
@given(there=st.sets(st.sampled_from(IDS), min_size=1), pairs=PAIRS, taking_part=TAKING_PART)
def test_an_independent_count_finds_the_same(build_register, there, pairs, taking_part):
    names = sorted(there)
    register = build_register(
        {
            "Activiteiten": [["ID", "Naam"], *([name, "Lab"] for name in names)],
            "Partners": [["ID", "Naam"], ["P1", "Een"], ["P2", "Twee"], ["P3", "Drie"]],
            "Deelnames": [["Activiteit", "Partner"], *taking_part],
            "Verbindingslijnen": [["ID", "Van", "Naar"], *([f"L{n}", *pair] for n, pair in enumerate(pairs))],
        }
    )
    found = netwerk(register)
    known = [pair for pair in pairs if there.issuperset(pair) and pair[0] != pair[1]]
    assert found["lijnen_tussen_activiteiten"] == len(known)
    assert (found["componenten"], found["losse_activiteiten"]) == union_find(names, known)
    # A partner is a point like any other here; a part of one activity and its partners is none.
    joined = [pair for pair in taking_part if pair[0] in there]
    via = known + [(a, b) for a, p in joined for b, q in joined if p == q]
    assert tuple(found["via_partners"].values()) == union_find(names, via)

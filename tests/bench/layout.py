"""How long it takes to place the nodes of a network, beside networkx's ``spring_layout``, in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import networkx as nx

from lrn.measures.network.graph import graph
from lrn.measures.network.layout import positions
from tests.bench.search import made

ACTIVITIES = 1_650
"""So many that the graph has some 2,000 nodes, with the partners."""


def bench_layout() -> None:
    """The layout of the network page beside ``spring_layout``, with its own 50 iterations. Aim: at most 0.5 ×.

    The latter needs scipy from 500 nodes on, which the product does without.
    """
    register = made(ACTIVITIES)
    joined = graph(register)
    print(
        f"{joined.number_of_nodes()} nodes, {joined.number_of_edges()} edges; processor seconds, medians of 3 in turns"
    )
    ours, theirs = [], []
    for _ in range(3):
        ours.append(_seconds(lambda: positions(register)))
        theirs.append(_seconds(lambda: nx.spring_layout(joined, iterations=50, seed=1)))
    mine, springs = statistics.median(ours), statistics.median(theirs)
    print(f"layout {mine:.2f} s, spring_layout {springs:.2f} s: {mine / springs:.2f} × (aim ≤ 0.5)")


def _seconds(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began

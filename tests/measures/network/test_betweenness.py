"""Betweenness, beside that of networkx."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrn.measures.network.betweenness import betweenness

NODE = st.integers(0, 11)


@given(pairs=st.lists(st.tuples(NODE, NODE).filter(lambda pair: pair[0] != pair[1]), max_size=25))
def test_it_is_that_of_networkx(pairs):
    joined = nx.Graph()
    joined.add_nodes_from(map(str, range(12)))
    joined.add_edges_from((str(one), str(other)) for one, other in pairs)
    assert betweenness(joined) == pytest.approx(nx.betweenness_centrality(joined))


@pytest.mark.parametrize("amount", [0, 1, 2, 3])
def test_of_a_few_nodes(amount):
    joined = nx.path_graph([f"N{n}" for n in range(amount)])
    assert betweenness(joined) == nx.betweenness_centrality(joined)


@pytest.mark.parametrize("starts", [49, 50, 51, 300])
def test_of_some_starts_it_is_near_that_of_networkx_with_the_same_starts(starts):
    joined = nx.relabel_nodes(nx.gnm_random_graph(300, 400, seed=3), str)
    expected = nx.betweenness_centrality(joined, k=starts, seed=1)
    assert betweenness(joined, starts) == pytest.approx(expected, rel=1 / (starts - 1) + 1e-9)

"""The examples of the three functions that a newcomer meets first are true of the sample register."""

import doctest

import pytest

from lrn import selection
from lrn.measures import ingredients
from lrn.register import load


@pytest.mark.parametrize(("module", "name"), [(load, "load"), (selection, "apply"), (ingredients, "per_ingredient")])
def test_an_example_is_true(module, name):
    (example,) = (found for found in doctest.DocTestFinder().find(module) if found.name == f"{module.__name__}.{name}")
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0

"""For everyone: all that the app can show, seen by axe-core on a laptop and, dark, on a phone."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.states import PATHS, states


@pytest.mark.parametrize("path", PATHS)
def test_nothing_breaks_a_rule_of_wcag(visit, path):
    visitor = visit()
    page = visitor.open(path)
    found = {}
    for size, scheme in ((LAPTOP, "light"), (PHONE, "dark")):
        page.emulate_media(color_scheme=scheme)
        visitor.resize(size)
        found |= {(scheme, name): violations(page, within) for name, within in states(visitor, path)}
    assert {name: broken for name, broken in found.items() if broken} == {}
    assert not visitor.failures

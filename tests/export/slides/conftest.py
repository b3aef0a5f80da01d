"""Decks that several tests look at are made once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lrn.export.slides import deck
from lrn.register.load import SAMPLE, load
from lrn.register.model import Register
from lrn.selection import Selection
from tests.export.slides.opened import opened

SAMPLE_DAY = date(2026, 10, 1)


@pytest.fixture(scope="session")
def sample() -> Register:
    return load(SAMPLE, today=SAMPLE_DAY)


@pytest.fixture(scope="session")
def whole(sample) -> bytes:
    """The complete deck of the sample."""
    return deck(sample, Selection(peildatum=SAMPLE_DAY), link="https://lrn.example/kaart?peildatum=2026-10-01")


@pytest.fixture(scope="session")
def whole_deck(whole):
    return opened(whole)


@pytest.fixture(scope="session")
def others_style(tmp_path_factory) -> Path:
    """A house style made by others: python-pptx's own template (4:3, English), with a slide and other colours."""
    from pptx import Presentation
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    made = Presentation()
    made.slides.add_slide(made.slide_layouts[0]).shapes.title.text = "Een oude dia"
    theme = made.slide_master.part.part_related_by(RT.THEME)
    theme._blob = theme.blob.replace(b"4F81BD", b"7A1F5C")
    path = tmp_path_factory.mktemp("huisstijl") / "huisstijl.pptx"
    made.save(str(path))
    return path

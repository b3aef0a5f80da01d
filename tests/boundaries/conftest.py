"""A service to fetch from, and a copy of the shipped boundaries to renew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lrn import geo
from lrn.boundaries.fetch import Patience
from tests.boundaries.service import Service


@pytest.fixture
def service(monkeypatch) -> Iterator[Service]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    made = Service()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path) -> Path:
    """The boundaries as they are shipped, in a folder of their own."""
    return Path(shutil.copytree(geo.FOLDER, tmp_path / "geo"))


@pytest.fixture
def hasty() -> Patience:
    """As patient as the command is, but for the waiting."""
    return Patience(pause=0.01, silence=5.0, whole=30.0)

"""What the tests of the register share: LibreOffice as the other program that a workbook passes through."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

import pytest

from tests.conftest import PATIENCE


@pytest.fixture(scope="session")
def resave(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., bytes]:
    """Opens an .xlsx in LibreOffice and saves it again, as .xlsx or as another *kind*; skips the test where LibreOffice is absent."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    place = tmp_path_factory.mktemp("libreoffice")
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    before = place / "in.xlsx"

    def run(content: bytes, kind: str = "xlsx") -> bytes:
        after = place / "uit" / f"in.{kind}"
        before.write_bytes(content)
        after.unlink(missing_ok=True)  # LibreOffice may fail without saying so
        command = [office, "--headless", profile, "--convert-to", kind, "--outdir", str(after.parent), str(before)]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
        return after.read_bytes()

    return run

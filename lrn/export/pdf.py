"""Slides and letters as PDF, which LibreOffice makes of them where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

ABSENT = (
    "Voor een PDF is LibreOffice nodig, en dat staat niet op deze computer: open de PowerPoint en kies daar Afdrukken "
    "of Opslaan als PDF."
)
FAILED = "LibreOffice kon hier geen PDF van maken: open de PowerPoint en kies daar Afdrukken of Opslaan als PDF."
PATIENCE = 60.0  # seconds for one file; starting takes most of it
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


class NoPdf(Exception):
    """There is no PDF; its text is one Dutch sentence that says why and what can be done instead."""


def office() -> str:
    """The program of LibreOffice; "" where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice") or next(filter(os.path.exists, _ELSEWHERE), "")


def to_pdf(content: bytes) -> bytes:
    """The .pptx *content* as PDF. Raises :class:`NoPdf`."""
    made = all_to_pdf({"dia": content})["dia"]
    if made is None:
        raise NoPdf(FAILED)
    return made


def all_to_pdf(contents: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """Each .pptx as PDF, by its key: of all in one run, as starting takes longest; None for what failed.

    Raises :class:`NoPdf` without LibreOffice. It gets a profile of its own, so that it neither waits for a window that
    is open nor changes what somebody set there.
    """
    program = office()
    if not program:
        raise NoPdf(ABSENT)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        paths = {key: folder / f"{number}.pptx" for number, key in enumerate(contents)}
        for key, path in paths.items():
            path.write_bytes(contents[key])
        profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
        asked = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", made, *map(str, paths.values())]
        try:
            subprocess.run(asked, capture_output=True, timeout=PATIENCE + 5 * len(paths), check=False)
        except (OSError, subprocess.TimeoutExpired):
            raise NoPdf(FAILED) from None
        return {key: _read(path.with_suffix(".pdf")) for key, path in paths.items()}


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None

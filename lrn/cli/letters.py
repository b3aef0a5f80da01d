"""Factsheets: of one place in one file, or of every place in one run with a list of what was made."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lrn import texts
from lrn.cli.arguments import letter_place
from lrn.cli.ending import FOUTEN, OK, UNREADABLE, USAGE, stop
from lrn.cli.files import check_new, write_new
from lrn.cli.progress import bar
from lrn.once import counting_once

if TYPE_CHECKING:  # pandas comes with it, and is imported while the register is read (see ``lrn.__main__``)
    from lrn.export.slides import HouseStyle
    from lrn.register.model import Register
    from lrn.selection import Selection

WHAT = "deze factsheet"
_log = logging.getLogger("lrn")


@dataclass(frozen=True)
class Asked:
    """Of what factsheets are made; ``link`` is an address that was given, before the one that is configured."""

    register: Register
    selection: Selection
    link: str
    style: HouseStyle | None
    kept: Register | None

    def made(self, place: str) -> bytes:
        """The .pptx about *place*."""
        from lrn.export import sender, slides

        found = sender.from_environment()
        return slides.letter(
            self.register,
            self.selection,
            place=place,
            link=self.link or found.address,
            template=self.style,
            kept=self.kept,
            sender=found,
        )


def places(name: str, path: Path, *, all_of_them: bool) -> Sequence[str]:
    """The codes that are asked for; stops with one sentence when it is not clear which, or *path* is none for it."""
    if bool(name) == all_of_them:
        stop("Van welke plaats? Kies er een met --plaats, of neem ze alle met --alle.", USAGE)
    if not all_of_them:
        place = letter_place(name)
        check_new(path, _ending(path), WHAT)
        return [place]
    if path.is_file() or path.suffix.lower() in (".pptx", ".pdf"):
        stop(f"“{path}” is geen map: met --alle komt er van elke plaats een bestand in een map.", USAGE)
    from lrn.export.slides import PLACES

    return PLACES


def _ending(path: Path) -> str:
    return ".pdf" if path.suffix.lower() == ".pdf" else ".pptx"


def write_one(asked: Asked, place: str, path: Path) -> None:
    """Write the factsheet about *place* and tell where; stops with one sentence when it cannot be written."""
    from lrn.export import pdf, slides

    if _ending(path) == ".pdf" and not pdf.office():  # before making what nothing can be made of
        stop(pdf.ABSENT, UNREADABLE)
    content = asked.made(place)
    if _ending(path) == ".pdf":
        try:
            content = pdf.to_pdf(content)
        except pdf.NoPdf as problem:
            stop(str(problem), UNREADABLE)
    write_new(path, lambda new: new.write_bytes(content), _ending(path), WHAT)
    typer.echo(f"De factsheet over {slides.letter_name(place)} staat in {path}.")


def write_all(asked: Asked, codes: Sequence[str], folder: Path) -> int:
    """Write a .pptx and, with LibreOffice, a .pdf about each of *codes* in *folder*, and tell of each; the exit code.

    What cannot be made is said with the reason, and does not keep the others from being made. So are the places on the
    map that no factsheet is about.
    """
    from lrn.export import pdf, slides
    from lrn.export.naming import file_name

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        stop(f"De map “{folder}” kan niet worden gemaakt: bestaat de map erboven?", UNREADABLE)
    day = asked.register.checked_on
    names = {code: file_name("regio in beeld", "pptx", day=day, selection=_of(asked, code)) for code in codes}
    made: dict[str, bytes] = {}
    failed: dict[str, str] = {}
    with bar("Factsheets maken") as told, counting_once():
        for number, code in enumerate(codes):
            told(number, len(codes), slides.letter_name(code))
            try:
                made[code] = asked.made(code)
            except Exception as problem:  # whatever is wrong with one, the others are made
                _log.info("factsheet %s", code, exc_info=True)
                failed[code] = f"er ging iets mis bij het maken ({type(problem).__name__})"
        told(len(codes), len(codes), "Klaar")
    without = "" if pdf.office() else pdf.ABSENT
    found: dict[str, bytes | None] = {}
    if not without and made:
        try:
            found = pdf.all_to_pdf(made)
        except pdf.NoPdf as problem:
            without = str(problem)
    for code in codes:
        if code in made:
            files = {folder / names[code]: made[code]}
            if content := found.get(code):
                files[(folder / names[code]).with_suffix(".pdf")] = content
            elif not without:
                failed[code] = pdf.FAILED
            if refused := list(filter(None, (_write(path, each) for path, each in files.items()))):
                failed[code] = refused[0]
        typer.echo(f"{slides.letter_name(code)}: {failed.get(code) or _files(names[code], code in found)}")
    for why in dict.fromkeys(slides.ABSENT.values()):
        names_of = texts.listing([slides.letter_name(code) for code, reason in slides.ABSENT.items() if reason == why])
        typer.echo(f"Geen factsheet over {names_of}: {why}.")
    if without:
        typer.echo(without)
    done = texts.count(len(codes) - len(failed), "factsheet staat", "factsheets staan")
    typer.echo(f"{done} in {folder}{f'; {len(failed)} niet gelukt' if failed else ''}.")
    return FOUTEN if failed else OK


def _files(name: str, with_pdf: bool) -> str:
    return f"{name} en .pdf" if with_pdf else name


def _of(asked: Asked, code: str) -> Selection:
    from lrn.export.slides import letter_selection

    return letter_selection(asked.selection, code)


def _write(path: Path, content: bytes) -> str:
    """Write *content* where there is no file yet; why that could not be, or ""."""
    try:
        with path.open("xb") as new:
            new.write(content)
    except FileExistsError:
        return f"“{path.name}” bestaat al en blijft zoals het is"
    except OSError:
        return f"“{path.name}” kan niet worden geschreven"
    return ""

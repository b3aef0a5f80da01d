"""Registers of any size for the benchmarks: invented, seeded, every column filled as people fill them."""

from __future__ import annotations

import random
import re
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from lrn import clock
from lrn import vocabulary as v
from lrn.register import columns as c

COLLEGES = ("Zorg en Welzijn", "Techniek en ICT", "Bouw en Groen", "Economie en Ondernemen")


def write_register(path: Path, amount: int, seed: int = 2026) -> Path:
    """A workbook with *amount* activities in all columns, without findings; returns *path*."""
    rng = random.Random(seed)
    with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy", "constant_memory": True}) as book:
        sheet = book.add_worksheet(c.ACTIVITEITEN.name)
        for position, column in enumerate(c.ACTIVITEITEN.columns):
            sheet.write_string(0, position, column.header)
        for number in range(1, amount + 1):
            for position, column in enumerate(c.ACTIVITEITEN.columns):
                sheet.write(number, position, _cell(rng, column, number))
    return path


def _cell(rng: random.Random, column: c.Column, number: int) -> Any:
    today = datetime.combine(clock.today(), datetime.min.time())
    match column.field:
        case "id":
            return f"A-{number:06}"
        case "naam":
            return f"Activiteit {number} van het netwerk"
        case "omschrijving" | "opbrengst":
            return f"Een zin over activiteit {number} die wat langer is, met {rng.randrange(1000)} woorden."
        case "gemeente":
            return rng.choice(v.GEMEENTEN).naam
        case "regio":
            return None
        case "college":
            return rng.choice(COLLEGES)
        case "start":
            return today - timedelta(days=rng.randrange(1, 1000))
        case "einde":
            return today + timedelta(days=rng.randrange(1, 1000)) if rng.random() < 0.5 else None
        case "bijgewerkt":
            return today - timedelta(days=rng.randrange(1, 300))
        case "breedtegraad":
            return 52 + rng.random() / 5
        case "lengtegraad":
            return 4.4 + rng.random() / 5
        case "ingredienten":
            return ";".join(map(str, sorted(rng.sample(list(v.INGREDIENT), rng.randint(1, 6)))))
        case "niveaus":
            return v.NIVEAUS.terms[rng.randrange(3)].label
    if column.kind is c.Kind.FLAG:
        return rng.choice(("ja", "nee"))
    if column.vocabulary and column.kind is c.Kind.TERM:
        return rng.choice(column.vocabulary.terms).label
    if column.vocabulary:
        terms = column.vocabulary.terms
        return "; ".join(term.label for term in rng.sample(terms, rng.randint(1, min(3, len(terms)))))
    return f"{column.field} {rng.randrange(500)}"


class EditableSheet:
    """A workbook of which one cell is written over and over, without writing all the others anew in Python."""

    WIDTH = 60

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        self.name = "xl/worksheets/sheet1.xml"
        self.parts = parts

    def put(self, cell: str, text: str) -> None:
        """Write *text*, padded to a fixed width, into *cell*."""
        padded = f"<is><t>{text:{self.WIDTH}}</t></is>".encode()
        found = re.compile(rb'(<c r="%s"[^>]*?)(?: t="[^"]*")?>.*?</c>' % cell.encode(), re.DOTALL)
        self.parts[self.name] = found.sub(
            lambda m: m[1] + b' t="inlineStr">' + padded + b"</c>", self.parts[self.name], count=1
        )
        half = self.path.with_suffix(".half")
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        half.replace(self.path)

"""What it costs to propose what the columns of a workbook are, against reading one in the contract's form."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from lrn.register import child
from lrn.register.load import load_content
from lrn.register.matching.model import Matching
from lrn.register.matching.propose import propose
from lrn.register.reading import parse
from lrn.register.reading.book import Book, SheetTexts
from tests.bench.reading import in_turns
from tests.bench.registers import write_register

OWN = {  # headings that the contract does not know, so that every column must be judged by its name and its values
    "ID": "Nr.",
    "Naam": "Titel activiteit",
    "Omschrijving": "Korte omschrijving",
    "Verschijningsvorm": "Soort activiteit",
    "Gemeente": "Stad",
    "Status": "Stand van zaken",
    "Start": "Van",
    "Einde": "Tot",
    "Thema's": "Tags",
    "Contactpersoon": "Wie trekt het",
    "E-mail": "Mailadres",
    "Bijgewerkt": "Gewijzigd op",
}


def bench_proposal(amount: int = 10_000, repeats: int = 5) -> None:
    """Reading with a proposal, in the contract's form and under other headings (aim 1.2 × reading without)."""
    today = date.today()
    child.DEADLINE = 300  # this is no server, and may be a busy machine
    with tempfile.TemporaryDirectory() as folder:
        path = write_register(Path(folder) / "register.xlsx", amount)
        content = path.read_bytes()
        book = parse.read_content(content, set)
    own = _under_other_headings(book)
    medians = in_turns(
        {
            "reading": lambda: load_content("register.xlsx", content, today=today),
            "with a proposal": lambda: load_content("register.xlsx", content, today=today, propose=True),
            "propose, contract": lambda: propose(book, Matching()),
            "propose, own headings": lambda: propose(own, Matching()),
        },
        repeats,
    )
    base = medians["reading"]
    print(f"{amount:,} activities: reading takes {base:.2f} s")
    print(f"  {'with a proposal':22} {medians['with a proposal'] / base:6.3f} × reading (aim ≤ 1.2)")
    for name in ("propose, contract", "propose, own headings"):
        print(f"  {name:22} {medians[name] / base:6.3f} × reading (aim ≤ 0.2)")


def _under_other_headings(book: Book) -> Book:
    sheets = {}
    for name, texts in book.sheets.items():
        columns = [[OWN.get(column[0], f"Eigen {place}"), *column[1:]] for place, column in enumerate(texts.columns)]
        sheets[f"Blad {name}"] = SheetTexts(columns)
    return Book(sheets)

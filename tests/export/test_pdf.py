"""PDFs of slides: LibreOffice makes them, or one sentence says why there are none."""

from __future__ import annotations

import io
import re
from collections import Counter

import pypdf
import pytest

from lrn.export import pdf
from lrn.export.slides import letter
from lrn.register.load import SAMPLE, load
from tests.export.slides.opened import everything, opened
from tests.walk.selections import NOW, SELECTIONS


def test_without_libreoffice_one_sentence_says_what_can_be_done(monkeypatch):
    monkeypatch.setattr(pdf, "office", lambda: "")
    with pytest.raises(pdf.NoPdf, match=r"^Voor een PDF is LibreOffice nodig, .* Opslaan als PDF\.$"):
        pdf.to_pdf(b"PK")


def test_a_program_that_does_nothing_is_said(monkeypatch):
    monkeypatch.setattr(pdf, "office", lambda: "/bin/true")
    with pytest.raises(pdf.NoPdf, match="LibreOffice kon hier geen PDF van maken"):
        pdf.to_pdf(b"PK")


@pytest.mark.skipif(not pdf.office(), reason="LibreOffice (soffice) is not installed")
def test_each_letter_becomes_one_page_with_the_same_figures():
    register = load(SAMPLE, today=NOW)
    letters = {name: letter(register, chosen, place="AM20") for name, (_, chosen) in SELECTIONS.items()}
    for name, made in pdf.all_to_pdf(letters).items():
        assert made is not None
        [page] = pypdf.PdfReader(io.BytesIO(made)).pages
        slide = opened(letters[name]).slides[0]
        lines = [line for shape in everything(slide.shapes) for line in text_lines(shape)]
        assert len(numbers("\n".join(lines))) > 5
        assert not numbers("\n".join(lines)) - numbers(page.extract_text()), name  # charts have more of them


def text_lines(shape):
    """What stands on paper: alt texts do not."""
    if getattr(shape, "has_table", False) and shape.has_table:
        return [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return [paragraph.text for paragraph in shape.text_frame.paragraphs] if shape.has_text_frame else []


def numbers(text):
    return Counter(re.findall(r"\d+", text))

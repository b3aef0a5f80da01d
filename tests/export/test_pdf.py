"""PDFs of slides: LibreOffice makes them, or one sentence says why there are none."""

from __future__ import annotations

import pytest

from lrn.export import pdf
from lrn.export.slides import letter
from lrn.selection import Selection


def test_without_libreoffice_one_sentence_says_what_can_be_done(monkeypatch):
    monkeypatch.setattr(pdf, "office", lambda: "")
    with pytest.raises(pdf.NoPdf, match=r"^Voor een PDF is LibreOffice nodig, .* Opslaan als PDF\.$"):
        pdf.to_pdf(b"PK")


def test_a_program_that_does_nothing_is_said(monkeypatch):
    monkeypatch.setattr(pdf, "office", lambda: "/bin/true")
    with pytest.raises(pdf.NoPdf, match="LibreOffice kon hier geen PDF van maken"):
        pdf.to_pdf(b"PK")


@pytest.mark.skipif(not pdf.office(), reason="LibreOffice (soffice) is not installed")
def test_a_letter_becomes_a_pdf_of_one_page(register):
    made = pdf.all_to_pdf({"goed": letter(register, Selection(), place="AM19")})["goed"]
    assert made is not None
    assert made.startswith(b"%PDF-")
    assert made.count(b"/Type/Page/") + made.count(b"/Type/Page\n") == 1

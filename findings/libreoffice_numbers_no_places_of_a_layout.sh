#!/usr/bin/env bash
# A .pptx that LibreOffice saved has layouts in which title, subtitle and content have no number (idx), which then is 0 for
# each. python-pptx gives a slide made from such a layout its places by that number, so that all of them lie where the
# first one is: the subtitle of a title page, put in the right placeholder, stands in the title. (A second thing about the
# same file: its core properties have a relationship type of LibreOffice's own, and python-pptx, which does not know it,
# adds another part of the same name when a property is set.)
#
# Version: python-pptx 1.0.2 from PyPI, LibreOffice 7.4 of Debian 12.
# Seen: two placeholders of the title layout with idx 0; of a slide made from it both have the place of the title; and
# docProps/core.xml stands in the saved file twice.
set -euo pipefail
command -v soffice >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q python-pptx==1.0.2
cat >"$work/make.py" <<'PY'
import sys

from pptx import Presentation

deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[0])
slide.shapes.title.text, slide.placeholders[1].text = "Title", "Subtitle"
deck.save(sys.argv[1])
PY
cat >"$work/look.py" <<'PY'
import sys
import warnings
import zipfile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

deck = Presentation(sys.argv[1])
kinds = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE)
layout = next(each for each in deck.slide_layouts if PP_PLACEHOLDER.SUBTITLE in {p.placeholder_format.type for p in each.placeholders}
              and {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE} & {p.placeholder_format.type for p in each.placeholders})
numbers = [p.placeholder_format.idx for p in layout.placeholders if p.placeholder_format.type in kinds]
slide = deck.slides.add_slide(layout)
tops = {p.placeholder_format.type: p.top for p in layout.placeholders if p.placeholder_format.type in kinds}
made = {p.top for p in slide.placeholders if p.placeholder_format.type in kinds}
print("numbers", numbers, "in the layout", sorted(tops.values()), "on a slide", sorted(made))
assert numbers == [0, 0], "LibreOffice numbers the places of a layout now"
assert len(set(tops.values())) == 2 and len(made) == 1, "python-pptx tells them apart now"
deck.core_properties.title = "Title"
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the second part of the same name is what is looked at
    deck.save(sys.argv[2])
twice = zipfile.ZipFile(sys.argv[2]).namelist().count("docProps/core.xml")
print("docProps/core.xml", twice, "times")
assert twice == 2, "python-pptx knows the relationship of LibreOffice now"
PY
"$work/venv/bin/python" "$work/make.py" "$work/made.pptx"
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pptx --outdir "$work/saved" "$work/made.pptx" >/dev/null 2>&1
"$work/venv/bin/python" "$work/look.py" "$work/saved/made.pptx" "$work/again.pptx"

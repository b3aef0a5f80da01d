#!/usr/bin/env bash
# A presentation that LibreOffice opens and saves as .pptx again has none of its layouts left: it gets the dozen that
# Impress has itself, under Impress' names, whatever the slides use. In each of them, and on every slide, the title and
# what stands below it have the same placeholder idx, 0. So who finds a layout by its name finds nothing, and python-pptx,
# which finds a placeholder by its idx, gives the first of several. A template that is edited in Impress is another template.
#
# Version: LibreOffice 7.4 of Debian 12, python-pptx 1.0.2 from PyPI.
# Seen: before "Title Slide, Title and Content, …" (11) and idx 0, 1, 2 on a slide with two contents; after "Blank Slide,
# Title Slide, …, Title, 6 Content" (12) and idx 0, 0, 0.
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
two = next(layout for layout in deck.slide_layouts if layout.name == "Two Content")
deck.slides.add_slide(two).shapes.title.text = "Titel"
deck.save(sys.argv[1])
PY
cat >"$work/look.py" <<'PY'
import sys

from pptx import Presentation


def seen(path):
    deck = Presentation(path)
    idx = [place.placeholder_format.idx for place in deck.slides[0].placeholders if place.placeholder_format.idx < 10]
    return [layout.name for layout in deck.slide_layouts], idx


before, after = map(seen, sys.argv[1:])
print(before, after, sep="\n")
assert len(before[0]) == 11 and before[1] == [0, 1, 2]
assert not {"Title and Content", "Two Content"} & set(after[0]), "the layouts are still there"
assert after[1] == [0, 0, 0], "placeholders have each their own idx now"
PY
"$work/venv/bin/python" "$work/make.py" "$work/deck.pptx"
mkdir "$work/saved"
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pptx --outdir "$work/saved" "$work/deck.pptx" >/dev/null
"$work/venv/bin/python" "$work/look.py" "$work/deck.pptx" "$work/saved/deck.pptx"

"""The page of lines that are not there yet: who could be joined, why and in which form."""

from __future__ import annotations

from lrn import texts
from lrn import vocabulary as v
from lrn.export.slides import form
from lrn.export.slides.fit import Paragraph
from lrn.export.slides.story import BULLETS, Made, Story
from lrn.export.slides.tables import TableCell, table
from lrn.measures.rows.wording import word
from lrn.views.scene import Step

MOST_ROWS = 5
_HEAD = ("Van", "Naar", "Wat de lijn doet, en wat ze delen", "Voorstel")
_SHARES = (2.7, 2.7, 5.6, 2.8)


def proposals(story: Story, step: Step) -> Made:
    """The first of them as a table; of none a sentence that says so."""
    facts = story.facts
    found = facts.missing
    if found.pairs.empty:
        page = story.opened(form.TEKST, step)
        page.body([Paragraph(found.told, bullet=True)], sizes=BULLETS)
        return story.told(page, step)
    shown = found.pairs.head(MOST_ROWS)
    amount = texts.count(found.amount, "paar activiteiten", "paren activiteiten")
    listed = f"{texts.capital(found.first(MOST_ROWS))}, van {amount}"
    told = amount if len(shown) == found.amount else listed
    page = story.opened(form.TABEL, step, f"{told} · {facts.chosen} · {facts.day}")
    rows = [[TableCell(text, bold=True) for text in _HEAD]]
    for row in shown.to_dict("records"):
        ends = [f"{row[f'{end}_naam']} ({v.PLAATS_KORT[row[f'{end}_plaats']]})" for end in ("van", "naar")]
        form_of_line = texts.capital(word(v.LIJNVORMEN, row["vorm"]))
        rows.append(
            [TableCell(text) for text in (*ends, f"{row['helpt']} {row['delen']}", f"{form_of_line}: {row['waarom']}")]
        )
    name = "Lijst van ontbrekende lijnen"
    alt = f"{name}: {told}"
    table(page, page.area, rows, _SHARES, name=name, alt=alt, sizes=(15, 14, 13, 12, 11, 10, 9), highest=2.6, lines=6)
    return story.told(page, step)

"""Words that everyone can read: what the browser draws has the contrast that WCAG AA asks of text."""

from __future__ import annotations

import pytest

DAY = "peildatum=2026-11-23"
ENOUGH = 4.5

# Every word on the page with its contrast: its colour, as faint as it and what it stands in are, on what is behind it.
# In charts only what stands on the page itself; not what cannot be used now, and no icons, which are pictures.
MEASURE = """() => {
    const parse = css => { const [r, g, b, a = 1] = css.match(/[\\d.]+/g).map(Number); return [r, g, b, a] }
    const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3]))
    const up = e => e ? [e, ...up(e.parentElement)] : []
    const ground = e => up(e).reverse().map(x => parse(getComputedStyle(x).backgroundColor))
        .reduce((below, top) => over(top, below), [255, 255, 255])
    const channel = x => x / 255 <= 0.03928 ? x / 255 / 12.92 : ((x / 255 + 0.055) / 1.055) ** 2.4
    const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2])
    const onPage = ".xtick, .ytick, .annotation, .legendtext, .bartext-outside"
    const found = []
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
        const told = words.currentNode.textContent.trim(), e = words.currentNode.parentElement
        const drawn = e instanceof SVGElement
        if (!told || !e.checkVisibility({visibilityProperty: true}) || !e.getBoundingClientRect().width) continue
        if (e.closest("script, style, noscript, :disabled, [aria-disabled=true], [data-testid=stIconMaterial]")) continue
        if (drawn && !e.closest(onPage)) continue
        const look = getComputedStyle(e), colour = parse(drawn ? look.fill : look.color), below = ground(e)
        colour[3] *= up(e).reduce((left, x) => left * getComputedStyle(x).opacity, 1)
        const [high, low] = [light(over(colour, below)), light(below)].sort((a, b) => b - a)
        found.push([(high + 0.05) / (low + 0.05), told.slice(0, 40), drawn])
    }
    return found
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["licht", "donker"])
@pytest.mark.parametrize(
    "path",
    [
        f"/?{DAY}",
        f"/ingredienten?{DAY}",
        f"/themas?{DAY}&regio=Midden-Holland&regio=Holland+Rijnland",
        f"/partners?{DAY}&regio=Midden-Holland",
    ],
)
def test_words_stand_out(visit, path, dark):
    visitor = visit(dark=dark)
    page = visitor.open(path)
    page.locator(".js-plotly-plot .ytick").first.wait_for()
    found = page.evaluate(MEASURE)
    drawn = [told for _, told, in_chart in found if in_chart]
    assert len(drawn) > 10
    assert len(found) > len(drawn) + 20
    assert [(round(contrast, 2), told) for contrast, told, _ in found if contrast < ENOUGH] == []

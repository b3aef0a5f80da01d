"""axe-core: what of WCAG a program can see, of a page or of a part of it."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

_SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async ([within, tags]) => {
    const { violations } = await axe.run(within || document, { runOnly: tags, resultTypes: ["violations"] })
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`))
}"""


def violations(page: Page, within: str | None = None) -> list[str]:
    """What breaks a rule of WCAG 2.2 AA or good practice on *page*, or in what the selector *within* finds."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(_SCRIPT)
    return page.evaluate(_RUN, [within, _TAGS])

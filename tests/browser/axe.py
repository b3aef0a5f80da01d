"""axe-core: what of WCAG a program can see, of a page or of a part of it."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

_SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of which the outcome depends on colours."""

_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_RUN = """async ([within, runOnly]) => {
    const { violations } = await axe.run(within || document, { runOnly, resultTypes: ["violations"] })
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`))
}"""


def violations(
    page: Page, within: str | None = None, *, good_practice: bool = True, only: tuple[str, ...] = ()
) -> list[str]:
    """What breaks a rule of WCAG 2.2 AA on *page*, or in what the selector *within* finds; or one of *good_practice*.

    Or what breaks *only* these rules.
    """
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(_SCRIPT)
    return page.evaluate(_RUN, [within, list(only) or _WCAG + ["best-practice"] * good_practice])

"""Everything that the app can show, state by state: each page and part, and what opens on it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from playwright.sync_api import Locator

from lrn.ui.netwerk.choices import PARTS as NETWORK_PARTS
from lrn.ui.partners.choices import PARTS as PARTNER_PARTS
from lrn.ui.parts.choices import INGREDIENT_PARTS
from lrn.ui.parts.data_choices import PARTS
from tests.browser.conftest import Visitor


def _at(path: str, **asked: str) -> str:
    return f"{path}?{urlencode({'peildatum': '2026-11-23'} | asked)}"


HOME = _at("/")
PATHS = (
    HOME,
    _at("/", regio="Midden-Holland", bekijk="Midden-Holland"),
    _at("/", opvallend="kans"),
    _at("/", regio="Woerden (Midden-Utrecht)", thema="Recreatie"),  # nothing is selected
    _at("/kaart"),
    _at("/kaart", gebied="Gouda", gebied2="Leiden", punten="true", lijnen="true"),
    *(_at("/ingredienten", kijk=part) for part in INGREDIENT_PARTS.values()),
    _at("/ingredienten", kies_ingredient="6. Leren"),
    _at("/themas"),
    *(_at("/netwerk", kijk=part) for part in NETWORK_PARTS.values()),
    _at("/netwerk", knooppunt="Wijkleercentrum De Open Keuken (activiteit A-001)", stappen="Twee stappen"),
    _at("/netwerk", weergave="Op de kaart"),
    _at("/netwerk", kijk=NETWORK_PARTS["ontbreekt"], mee="A-005~A-071", niet_nu="A-008~A-012"),
    _at("/netwerk", kijk=NETWORK_PARTS["lessen"], les_bij="Wijkleercentrum De Open Keuken (activiteit A-001)"),
    *(_at("/partners", partners_kijk=part) for part in PARTNER_PARTS.values()),
    _at("/partners", kies_soort="Bedrijf", regio="Midden-Holland"),
    _at("/netwerk", kijk=NETWORK_PARTS["wat_als"], wat_als="zonder:P-002", wat_als_cijfer="Partners die meedoen"),
    _at("/register", zoek="zorg"),
    _at("/register", activiteit="A-001"),
    _at("/register", bewijs="telt:partners", partner="P-003"),
    _at("/presentatie"),
    *(_at("/gegevens", onderdeel=part) for part in PARTS.values()),
    "/bestaat-niet",
)
"""The pages and their parts; each with what opens on it."""

_BODY = "[data-testid=stPopoverBody]"
_IN_HEADER = ".st-key-deel, [class*='st-key-cijfers-selectie']"  # the same on every page


def states(visitor: Visitor, path: str) -> Iterator[tuple[str, str | None]]:
    """What *path* shows: each time while it is on screen its name, and the selector of what is new (None: all)."""
    page = visitor.page
    unfold(visitor)
    yield "page", None
    if page.get_by_role("dialog").count():
        return
    told = set()
    for button in seen(page.locator("[data-testid=stMain] [data-testid=stPopoverButton]")):
        if path != HOME and button.locator("xpath=ancestor::*").locator(_IN_HEADER).count():
            continue
        name = button.inner_text()
        if name in told:
            continue
        told.add(name)
        button.click()
        page.locator(_BODY).wait_for()
        visitor.settle()
        yield f"popover {name!r}", f"{_BODY}, [aria-expanded=true]"
        page.keyboard.press("Escape")
        page.locator(_BODY).wait_for(state="detached")


def unfold(visitor: Visitor) -> None:
    """Open all that can be unfolded on the page."""
    for summary in seen(visitor.page.locator("[data-testid=stExpander] details:not([open]) summary")):
        summary.click()
        visitor.settle()


def seen(found: Locator) -> list[Locator]:
    """Those of what is *found* that are on screen."""
    return [each for each in found.all() if each.is_visible()]

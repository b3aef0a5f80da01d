"""What is mended in Streamlit's page, as data: why, where, and the test that says when it can go."""

from __future__ import annotations

from dataclasses import dataclass

SEEN_IN = "1.67.0"
"""The version of Streamlit in which each of these was last seen to be needed."""

NONE = "none found"
_UNPATCHED = "tests/browser/test_fixes_in_browser.py"
_BUNDLE = "tests/ui/browser/test_fixes.py"


@dataclass(frozen=True)
class Fix:
    """One thing that is mended. ``issue`` is that of streamlit/streamlit, or ``NONE``.

    ``test`` looks at Streamlit without the fix, and fails when that is no longer needed.
    """

    key: str
    mends: str
    where: str
    issue: str = NONE
    test: str = _UNPATCHED


FIXES = (
    Fix("language", "The page says that it is English (WCAG 3.1.1).", "lrn/ui/browser/page.js", "#15726"),
    Fix(
        "doubled",
        "After a click on a link the address holds a value twice: that of the link, and that of a widget on all pages.",
        "lrn/ui/browser/page.js",
    ),
    Fix(
        "back",
        "A click on a link is two steps in Back when the page had a widget of its own in the address: the old page "
        "with the new address stands between.",
        "lrn/ui/browser/page.js",
    ),
    Fix(
        "menu",
        "On a narrow screen the menu stays open over the page that was chosen, unless the browser calls itself a "
        "telephone, and so it does after a reload.",
        "lrn/ui/browser/page.js",
    ),
    Fix(
        "width",
        "Nothing tells the server how wide the page is.",
        "lrn/ui/browser/page.js",
        "#10987",
        _BUNDLE,
    ),
    Fix(
        "targets",
        "What explains a word is a button of 16 pixels (WCAG 2.5.8).",
        "lrn/ui/browser/narrow.css",
    ),
    Fix(
        "folds",
        "No container folds away on a narrow screen alone.",
        "lrn/ui/browser/narrow.css",
        test=_BUNDLE,
    ),
    Fix(
        "moves_up",
        "A widget that moves up, as what stood above it is gone, no longer writes itself in the address.",
        "lrn/ui/frame.py",
    ),
    Fix(
        "not_found",
        "What is at no address is told in English, in a dialog that nobody can change.",
        "lrn/ui/base/navigation.py",
    ),
    Fix(
        "first_link",
        "The first visit after a start to a page in the folder pages/ runs that file alone, without app.py.",
        "lrn/ui/base/navigation.py",
    ),
    Fix(
        "paper",
        "Paper has what can only be clicked, the colours of a dark screen, and of a list no more than a canvas shows.",
        "lrn/ui/browser/paper.css",
        "#11832",
    ),
    Fix(
        "upload",
        "A box to drop a file in says in English how large it may be.",
        "lrn/ui/browser/upload.py",
        "#13500",
    ),
    Fix(
        "main_button",
        "Words on a main button are white, also where the accent is light.",
        "lrn/ui/browser/page.css",
        "#12801",
    ),
    Fix("key_hint", "The key that does what a main button does stands on it too faint.", "lrn/ui/browser/page.css"),
    Fix(
        "opened",
        "Words of a button that has opened something are as dark as a dark screen.",
        "lrn/ui/browser/page.css",
    ),
    Fix(
        "narrow_field",
        "Where one types beside values that are chosen is half as wide as a finger.",
        "lrn/ui/browser/page.css",
    ),
    Fix("faint_focus", "What the keyboard has reached is shown fainter than 3 to 1.", "lrn/ui/browser/page.css"),
    Fix("motion", "Things fade and slide also for who asked for less motion.", "lrn/ui/browser/page.css"),
    Fix(
        "no_role",
        "A box to drop a file in has a name, and says that it is nothing.",
        "lrn/ui/browser/page.js",
    ),
    Fix("icon", "An icon beside words is read out by its English name.", "lrn/ui/browser/page.js"),
    Fix(
        "scrolled",
        "What is opened and longer than the screen cannot be scrolled with the keyboard.",
        "lrn/ui/browser/page.js",
    ),
    Fix(
        "tabbed",
        "Tab selects the first cell of a table on its way over the page, as long as the mouse has not left that table "
        "or has not moved at all, and so opens what a click on that cell opens.",
        "lrn/ui/browser/page.js",
    ),
    Fix(
        "first_click",
        "A click on a cell is lost when the table has not drawn yet that the mouse moves over it.",
        "lrn/ui/browser/grid.js",
    ),
    Fix(
        "shortcut",
        "Enter on any button or link presses the button that has Enter as its key, and not that one.",
        "lrn/ui/browser/page.js",
    ),
    Fix(
        "english",
        "What Streamlit itself says, on screen and to who hears the page, is English.",
        "lrn/ui/browser/words.js",
        "#1353",
    ),
    Fix(
        "locale",
        "The calendar and the numbers of a table are in the language of the browser, not in that of the page.",
        "lrn/ui/browser/words.js",
        "#12699",
    ),
    Fix(
        "icon_button",
        "A button that shows only an icon is called by the English name of that icon.",
        "lrn/ui/browser/naming.py",
    ),
    Fix(
        "stage",
        "There is no command for the size of all type, for the bar at the top, to bring something into view, or for "
        "two windows that follow each other; and a button has one key.",
        "lrn/ui/browser/stage.js",
        "#636",
        _BUNDLE,
    ),
    Fix("start", "A button has one key, and none with Shift.", "lrn/ui/browser/start.js", test=_BUNDLE),
    Fix(
        "focus",
        "When what the keyboard has pressed is gone afterwards, the keyboard is back at the top of the page.",
        "lrn/ui/browser/focus.js",
        test=_BUNDLE,
    ),
    Fix(
        "ahead",
        "Nothing runs once by itself a moment after a page has been shown: what runs by itself goes on and on.",
        "lrn/ui/browser/ahead.js",
        test=_BUNDLE,
    ),
    Fix("clock", "There is no clock that goes by itself.", "lrn/ui/browser/clock.js", test=_BUNDLE),
    Fix(
        "chart",
        "A chart that can be clicked is thrown away and made anew, twice, whenever it changes; it has no keyboard.",
        "lrn/ui/browser/chart.js",
        "#16052",
    ),
    Fix(
        "picture",
        "A chart can be saved only as it is drawn, without its title, selection and source.",
        "lrn/ui/browser/picture.js",
        test=_BUNDLE,
    ),
    Fix(
        "container",
        "What st.container returns has no public name to write in an annotation.",
        "lrn/ui/browser/__init__.py",
        test=_BUNDLE,
    ),
)

"""English on screen: all that is written or told on a page, and the words in it that are no Dutch."""

from __future__ import annotations

import re

from playwright.sync_api import Page

# What is written, and what is told to who hears the page or points at something; not in a chart, which has its own words.
_GATHER = """() => {
    const told = new Set(), visible = element => element.checkVisibility({visibilityProperty: true})
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
        const text = words.currentNode.textContent.trim(), element = words.currentNode.parentElement
        const drawn = element.closest('script, style, noscript, [translate=no], [data-testid*=Icon]')
        if (text && !drawn && visible(element)) told.add(text)
    }
    const names = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt']
    for (const element of document.querySelectorAll(names.map(name => `[${name}]`).join())) {
        if (visible(element) && !element.closest('[aria-hidden=true]')) for (const name of names) told.add((element.getAttribute(name) || '').trim())
    }
    return [...told].filter(Boolean)
}"""

# Words of a program that English has and Dutch has not.
_ENGLISH = """
about add after again allowed also an and any apply are ascending autosize available been before browse button cannot
change choose clear click clipboard close collapse column columns connect connecting connection copied copy create dark
date dates day days decrement delete descending dismiss does drag drop each edit empty error every expand failed false
field fields file files find for found friday from fullscreen go has have help hide if increment input into invalid
items key keys learn light limit loading localized made make matches may minute missing monday month months more must name
navigate new next none not nothing notifications number off only option options or other page password percent pin plain
please press previous record refresh remove required results row rows running saturday save scientific search see select
selected send settings shortcut show sidebar size skip sunday than the their them then there these this thursday time to
today toggle tuesday unavailable unknown unpin use value values version view wednesday were what when which will with year
years you your icon
"""
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")


def told(page: Page) -> list[str]:
    """All that is written on *page* now or told to who hears it, each once."""
    return page.evaluate(_GATHER)


def english(texts: list[str]) -> list[str]:
    """Those of *texts* that hold a word of English."""
    words = set(_ENGLISH.split())
    return [text for text in texts if words & set(_WORD.findall(text.lower()))]

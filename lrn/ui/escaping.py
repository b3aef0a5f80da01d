"""Text from the workbook as text: Markdown and addresses in it show as they are."""

from __future__ import annotations

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")
_AUTOLINK = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)


def escape(text: str) -> str:
    """*text* so that Markdown shows it as it is: cell text must not become a link, an image or a colour.

    Addresses become links by themselves, whatever is escaped; a joiner without width in them prevents that.
    """
    return _MARKDOWN.sub(r"\\\1", _AUTOLINK.sub("\u2060", text))

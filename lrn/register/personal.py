"""Takes out of a text by what a person can be reached: no finding and no kept state carries it on.

A name cannot be told from other words; so the contact columns are shown to nobody, and of other columns only addresses
and telephone numbers go.
"""

from __future__ import annotations

import re

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PHONE = re.compile(r"(?<![\d.,])(?:\+31|0031|0)(?:[ -]?\d){9}(?!\d)")  # as Dutch numbers are written


def without_addresses(text: str) -> str:
    """*text* with [e-mailadres] and [telefoonnummer] for what looks like one."""
    if "@" in text:
        text = _EMAIL.sub("[e-mailadres]", text)
    return _PHONE.sub("[telefoonnummer]", text)

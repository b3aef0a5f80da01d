"""How the name of one organisation is written in several ways."""

from __future__ import annotations

import re

# What an organisation is by law: one person writes it with the name, the next does not.
_LEGAL = re.compile(r"\b(?:b v|bv|n v|nv|vof|u a|ua|stichting|vereniging|cooperatie)\b")


def without_legal_form(name: str) -> str:
    """*name*, as :func:`lrn.terms.plain`, without what the organisation is by law; as it is when that is all of it."""
    return " ".join(_LEGAL.sub(" ", name).split()) or name

"""Who may see the dashboard, by what the school's sign-in says of a visitor (the claims of an OpenID Connect token)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def may_enter(claims: Mapping[str, Any], rules: Iterable[str]) -> bool:
    """Whether *claims* meet any of the *rules*.

    A rule is ``@school.nl``, an e-mail address there that the provider has verified, or ``claim=value``: that claim has
    the value, or holds it in its list, as groups do. Upper and lower case are the same.
    """
    return any(_meets(claims, rule.casefold()) for rule in rules)


def _meets(claims: Mapping[str, Any], rule: str) -> bool:
    if rule.startswith("@"):
        verified = claims.get("email_verified") in (True, "true")
        return verified and str(claims.get("email", "")).casefold().endswith(rule)
    claim, _, value = rule.partition("=")
    found = next((said for name, said in claims.items() if name.casefold() == claim), None)
    each = found if isinstance(found, list | tuple) else [found]
    return any(str(one).casefold() == value for one in each if one is not None)

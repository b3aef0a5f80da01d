"""A sign-in service for tests, a program from PyPI: two of its people get a token that is wrong. ``provider.py PORT``."""

from __future__ import annotations

import sys
from typing import Any

import oidc_provider_mock
from oidc_provider_mock import _app

PEOPLE = {
    "noor": {"name": "Noor Vos", "email": "noor@school.voorbeeld", "email_verified": True},
    "gast": {"name": "Gast", "email": "gast@elders.voorbeeld", "email_verified": True},
    "verlopen": {"email": "verlopen@school.voorbeeld", "email_verified": True},
    "ander": {"email": "ander@school.voorbeeld", "email_verified": True},
}


WRONG = {"verlopen": {"exp": 1_700_000_000}, "ander": {"aud": "een-ander"}}


class Code(_app.OpenIDCode):
    """What it says of its people; of two, a token that was over long ago, and one that is for another program."""

    def generate_user_info(self, user: Any, scope: str) -> Any:
        """The claims of *user*."""
        return super().generate_user_info(user, scope) | WRONG.get(user.sub, {})


_app.OpenIDCode = Code  # type: ignore[misc]
with oidc_provider_mock.run_server_in_thread(
    port=int(sys.argv[1]),
    user_claims=[oidc_provider_mock.User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()],
) as server:
    print(server, flush=True)
    sys.stdin.read()

"""Who may enter, by the claims of a sign-in."""

from __future__ import annotations

import pytest

from lrn.access import may_enter

NOOR = {"email": "Noor@School.nl", "email_verified": True, "groups": ["kern", "staf"], "tid": "11-AA", "leeg": None}


@pytest.mark.parametrize(
    ("claims", "rules", "expected"),
    [
        (NOOR, ("@school.nl",), True),
        (NOOR, ("@elders.example", "tid=11-aa"), True),
        (NOOR, ("groups=staf",), True),
        (NOOR, ("groups=sta",), False),
        (NOOR, ("@ool.nl",), False),
        (NOOR, ("leeg=none",), False),
        (NOOR, ("rol=kern",), False),
        (NOOR, (), False),
        (NOOR | {"email_verified": False}, ("@school.nl",), False),
        ({"email": "noor@school.nl"}, ("@school.nl",), False),
        ({"email": "x@school.nl.elders.example", "email_verified": True}, ("@school.nl",), False),
        ({}, ("@school.nl", "tid=11-aa"), False),
    ],
)
def test_one_rule_that_is_met_is_enough(claims, rules, expected):
    assert may_enter(claims, rules) is expected

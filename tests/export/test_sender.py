"""Who sends a factsheet, as the environment says it; nothing is made up."""

from __future__ import annotations

import pytest

from lrn.export.sender import Sender, from_environment, reachable

NAMES = ("LRN_AFZENDER", "LRN_ANTWOORDADRES", "LRN_ADRES")


def test_what_is_not_configured_is_empty(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    assert from_environment() == Sender("", "", "")


def test_what_is_configured_is_read(monkeypatch):
    for name, value in zip(
        NAMES, (' "Kernteam  LRN" ', "lrn@voorbeeld.example", "https://lrn.example/app"), strict=True
    ):
        monkeypatch.setenv(name, value)
    assert from_environment() == Sender("Kernteam LRN", "lrn@voorbeeld.example", "https://lrn.example/app")


@pytest.mark.parametrize(
    ("reply", "opens"),
    [
        ("lrn@voorbeeld.example", "mailto:lrn@voorbeeld.example"),
        ("https://lrn.example/", "https://lrn.example/"),
        ("bij de balie", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_reply_address_opens_when_it_is_one(reply, opens):
    assert Sender(reply=reply).reply_link == opens


@pytest.mark.parametrize(
    ("link", "from_outside"),
    [
        ("https://lrn.example/kaart", True),
        ("http://localhost:8501/", False),
        ("http://127.0.0.1:8501/", False),
        ("http://10.0.0.4/", False),
        ("http://[::1]/", False),
        ("http://laptop:8501/", False),
        ("http://laptop.local/", False),
        ("lrn.example", False),
        ("", False),
    ],
)
def test_only_an_address_that_others_can_open_is_a_link(link, from_outside):
    assert reachable(link) is from_outside

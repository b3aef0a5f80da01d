"""The gate before every page, where the service asks visitors to sign in."""

from __future__ import annotations

import pytest

from lrn.ui.base import sign_in


def said(at):
    return [info.value for info in at.info]


@pytest.fixture
def asked(monkeypatch):
    monkeypatch.setattr(sign_in, "_asked", [True])
    monkeypatch.setenv("LRN_TOEGANG", "@school.nl groups=staf")

    def as_(**claims):
        monkeypatch.setattr(sign_in, "_claims", lambda: claims)

    return as_


@pytest.mark.parametrize("page", ["overzicht", "register"])
def test_who_is_not_signed_in_sees_no_page(open_page, asked, page):
    asked()
    at = open_page(page)
    assert said(at) == ["Meld u aan met uw schoolaccount om het dashboard te zien."]
    assert [button.label for button in at.button] == ["Aanmelden"]
    assert not at.dataframe
    assert not at.sidebar.children


def test_who_may_not_enter_sees_no_page_and_can_leave(open_page, asked):
    asked(name="Gast *en co*", groups=["leerling"])
    at = open_page("kaart")
    assert said(at) == [
        r"U bent aangemeld als Gast \*en co\*, maar mag het dashboard niet zien. Vraag het kernteam om toegang."
    ]
    assert [button.label for button in at.button] == ["Afmelden"]


def test_who_may_enter_sees_the_page_and_the_way_out(open_page, asked):
    asked(name="Noor Vos", groups=["staf"])
    at = open_page("kaart")
    assert at.title[0].value == "Kaart"
    assert "Aangemeld als Noor Vos" in [caption.value for caption in at.sidebar.caption]
    assert "Afmelden" in [button.label for button in at.sidebar.button]


def test_on_ones_own_computer_nobody_signs_in(open_page):
    at = open_page("kaart")
    assert "Afmelden" not in [button.label for button in at.button]


def test_a_sign_in_that_the_way_of_starting_cannot_give_is_no_open_door(open_page, monkeypatch):
    monkeypatch.setenv("LRN_AANMELDING", "https://inloggen.school.nl/.well-known/openid-configuration")
    at = open_page("kaart")
    assert said(at) == [
        "Aanmelden is ingesteld, en kan alleen bij de dienst: start het dashboard met python -m lrn dienst."
    ]
    assert not at.sidebar.children

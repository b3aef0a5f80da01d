"""The command that starts the service: what cannot be ends in one sentence, before anything runs."""

from __future__ import annotations

import os
import socket

import pytest
from typer.testing import CliRunner

from lrn import settings
from lrn.cli.commands import app
from lrn.service.run import CannotListen, options, serve


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch):
    """The command hands its options over in the environment."""
    monkeypatch.setattr(os, "environ", os.environ.copy())


@pytest.mark.parametrize(
    ("typed", "configured", "told"),
    [
        (["--poort", "0"], {}, "LRN_POORT is niet goed ingesteld: “0” is geen getal van 1 tot en met 65535."),
        ([], {"LRN_HOST": "school.nl"}, "LRN_HOST is geen instelling van het dashboard; bedoelt u LRN_HOSTS?"),
        (["--adres", "hier daar"], {}, "LRN_LUISTER is niet goed ingesteld: “hier daar” is geen netwerkadres"),
    ],
)
def test_a_wrong_one_ends_the_start(monkeypatch, typed, configured, told):
    for name, value in configured.items():
        monkeypatch.setitem(os.environ, name, value)
    done = CliRunner().invoke(app, ["dienst", *typed])
    assert done.exit_code == 64
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == 1


def test_an_address_that_is_taken_or_not_ours_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            CannotListen, match=rf"^Poort {port} op 127.0.0.1 is niet vrij: kies een andere met --poort"
        ):
            serve(settings.Settings(LRN_POORT=port))
    with pytest.raises(CannotListen, match=r"^“192.0.2.1” is geen netwerkadres van deze computer\.$"):
        serve(settings.Settings(LRN_LUISTER="192.0.2.1"))


def test_streamlit_is_told_whom_to_trust_and_how_much_to_take():
    told = options(settings.Settings(LRN_HOSTS=("dashboard.school.nl",), LRN_UPLOAD=26, LRN_LUISTER="0.0.0.0"))
    assert (told["server.allowedHosts"], told["server.address"]) == (["dashboard.school.nl"], "0.0.0.0")
    assert (told["server.maxUploadSize"], told["server.enableXsrfProtection"]) == (26, True)

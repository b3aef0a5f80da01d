"""What is configured by environment: each value understood, or one sentence; and the README tells of all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lrn import settings

README = Path(__file__).resolve().parent.parent / "README.md"


@pytest.fixture(autouse=True)
def _nothing_configured(monkeypatch):
    for name in settings.VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_without_any_it_is_for_this_computer_only():
    found = settings.check()
    assert (found.listen, found.port, found.register_file, found.token) == ("127.0.0.1", 8501, None, None)
    assert found.hosts == ("localhost", "127.0.0.1", "[::1]")


def test_a_path_may_be_quoted_as_windows_copies_it_and_begin_at_home(monkeypatch, tmp_path):
    monkeypatch.setenv("LRN_REGISTER", f' "{tmp_path}/mijn  register.xlsx" ')
    monkeypatch.setenv("LRN_SNAPSHOTS", "~/standen")
    found = settings.now()
    assert found.register_file == tmp_path / "mijn  register.xlsx"
    assert found.snapshots == Path.home() / "standen"


def test_what_is_empty_is_not_configured(monkeypatch):
    monkeypatch.setenv("LRN_POORT", " ")
    monkeypatch.setenv("LRN_KOPPELING", '""')
    assert (settings.now().port, settings.now().matching_file) == (8501, None)


def test_hosts_and_pages_are_lists_in_any_case(monkeypatch):
    monkeypatch.setenv("LRN_HOSTS", "Dashboard.School.nl, *.intern.school.nl")
    monkeypatch.setenv("LRN_INSLUITEN", "https://school.sharepoint.com https://*.teams.microsoft.com")
    found = settings.now()
    assert found.hosts == ("dashboard.school.nl", "*.intern.school.nl")
    assert found.embedded_in == ("https://school.sharepoint.com", "https://*.teams.microsoft.com")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("LRN_POORT", "0", "“0” is geen getal van 1 tot en met 65535"),
        ("LRN_POORT", "65536", "“65536” is geen getal van 1 tot en met 65535"),
        ("LRN_POORT", "http", "“http” is geen getal van 1 tot en met 65535"),
        ("LRN_HOSTS", "https://school.nl/", "is geen naam van een server"),
        ("LRN_HOSTS", "*", "is geen naam van een server"),
        ("LRN_INSLUITEN", "http://school.nl", "is geen adres dat met https:// begint"),
        ("LRN_INSLUITEN", "https://school.nl; script-src *", "is geen adres"),
        ("LRN_BEZOEKERS", "0", "“0” is geen getal van 1 tot en met 5000"),
        ("LRN_UPLOAD", "25", "“25” is geen getal van 26 tot en met 500"),
        ("LRN_LUISTER", "hier daar", "“hier daar” is geen netwerkadres"),
        ("LRN_MEETSLEUTEL", "x" * 23, "de waarde is geen sleutel van 24 tekens of meer"),
    ],
)
def test_a_value_that_cannot_be_used_gives_one_sentence(monkeypatch, name, value, told):
    monkeypatch.setenv(name, value)
    with pytest.raises(settings.SettingsError, match=f"^{name} is niet goed ingesteld: ") as problem:
        settings.check()
    assert told in str(problem.value)
    assert "SLEUTEL" not in name or value not in str(problem.value)


def test_borders_that_can_be_used(monkeypatch):
    for name, value in {"LRN_POORT": "65535", "LRN_UPLOAD": "26", "LRN_MEETSLEUTEL": "x" * 24}.items():
        monkeypatch.setenv(name, value)
    found = settings.check()
    assert (found.port, found.most_upload) == (65535, 26)
    assert found.token
    assert found.token.get_secret_value() == "x" * 24
    assert "x" * 24 not in repr(found)


def test_a_name_that_looks_like_one_of_ours_is_told(monkeypatch):
    monkeypatch.setenv("LRN_HOST", "school.nl")
    with pytest.raises(
        settings.SettingsError, match=r"^LRN_HOST is geen instelling van het dashboard; bedoelt u LRN_HOSTS\?$"
    ):
        settings.check()


def test_the_readme_has_each_with_what_it_is_for_and_its_default():
    rows = re.findall(r"^\| `(LRN_\w+)` \| (.+?) \| (.*?) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == settings.table()


SIGN_IN = {
    "LRN_AANMELDING": "https://login.voorbeeld.nl/tenant/v2.0/.well-known/openid-configuration",
    "LRN_AANMELDING_ID": "dashboard",
    "LRN_AANMELDING_GEHEIM": "geheim",
    "LRN_COOKIEGEHEIM": "x" * 32,
    "LRN_TOEGANG": "tid=11-AA",
    "LRN_ADRES": "https://dashboard.school.nl",
}


def test_for_sign_in_all_of_it_is_needed(monkeypatch):
    for name, value in SIGN_IN.items():
        monkeypatch.setenv(name, value)
    assert settings.check().may_enter == ("tid=11-aa",)
    for name in [name for name in SIGN_IN if name != "LRN_AANMELDING"]:
        monkeypatch.delenv(name)
        with pytest.raises(settings.SettingsError, match=f"^Voor de aanmelding ontbreekt nog: {name}\\.$"):
            settings.check()
        monkeypatch.setenv(name, SIGN_IN[name])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LRN_COOKIEGEHEIM", "x" * 31),
        ("LRN_AANMELDING", "http://login.voorbeeld.nl/.well-known/openid-configuration"),
        ("LRN_AANMELDING", "https://login.voorbeeld.nl/"),
        ("LRN_TOEGANG", "school.nl"),
        ("LRN_TOEGANG", "groups="),
        ("LRN_AANMELDING_UREN", "0"),
        ("LRN_AANMELDING_UREN", "25"),
    ],
)
def test_a_sign_in_that_cannot_be_is_told(monkeypatch, name, value):
    for each, said in (SIGN_IN | {name: value}).items():
        monkeypatch.setenv(each, said)
    with pytest.raises(settings.SettingsError, match=f"^{name} is niet goed ingesteld: ") as problem:
        settings.check()
    assert "GEHEIM" not in name or value not in str(problem.value)

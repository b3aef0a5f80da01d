"""What is configured by environment: one table, checked as a whole by the service and read piece by piece elsewhere."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from lrn import texts

PREFIX = "LRN_"
_HOST = re.compile(r"(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[?[0-9a-f]*:[0-9a-f:]+\]?")
_RULE = re.compile(r"@[a-z0-9.-]+\.[a-z]{2,}|[a-z_][a-z0-9_.:/-]*=[^=\s]+")
_PAGE = re.compile(r"https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?")


class SettingsError(ValueError):
    """What is configured cannot be used; its text is one Dutch sentence that names the variable."""


def _path(text: Any) -> Any:
    return Path(os.path.expanduser(text)) if isinstance(text, str) else text


def _listed(form: re.Pattern[str]) -> BeforeValidator:
    """Values with commas or spaces between them, each of a form."""

    def split(text: Any) -> Any:
        found = tuple(re.split(r"[\s,;]+", text.casefold())) if isinstance(text, str) else text
        if not all(form.fullmatch(each) for each in found):
            raise ValueError(text)
        return found

    return BeforeValidator(split)


def _field(variable: str, told: str, default: Any, form: str = "geen bestand of map", **limits: Any) -> Any:
    return Field(
        default, validation_alias=PREFIX + variable, description=told, json_schema_extra={"form": form}, **limits
    )


def _line(text: Any) -> Any:
    return " ".join(text.split()) if isinstance(text, str) else text


def _web(text: Any) -> Any:
    local = isinstance(text, str) and urlsplit(text).hostname in ("localhost", "127.0.0.1")
    if text and not (str(text).startswith("https://") or (local and str(text).startswith("http://"))):
        raise ValueError(text)
    return text


Address = Annotated[str, BeforeValidator(_web)]
"""An address over https, or on this computer."""
Line = Annotated[str, BeforeValidator(_line)]
File = Annotated[Path | None, BeforeValidator(_path)]
HOSTS = ("localhost", "127.0.0.1", "[::1]")
"""This computer, by its own names."""


class Settings(BaseModel):
    """All that can be configured by environment: each field has its variable, its default and what it is for.

    A variable that is empty, or not there, has its default.
    """

    model_config = ConfigDict(frozen=True)

    register_file: File = _field(
        "REGISTER", "De werkmap, of de map met csv-bestanden. Zonder: het voorbeeldregister.", None
    )
    matching_file: File = _field(
        "KOPPELING", "De koppeling van die werkmap. Zonder: het bestand dat ernaast staat.", None
    )
    snapshots: File = _field("SNAPSHOTS", "De map met bewaarde standen.", None)
    context_file: File = _field(
        "CONTEXT", "Het bestand met inwoners per gemeente. Zonder: dat van het dashboard.", None
    )
    house_style: File = _field("SJABLOON", "De huisstijl voor dia's en factsheets (.pptx of .potx).", None)
    sender: Line = _field("AFZENDER", "Wie een factsheet stuurt.", "")
    reply_to: Line = _field("ANTWOORDADRES", "Waar een antwoord naartoe kan: een e-mailadres of webadres.", "")
    address: Line = _field("ADRES", "Het adres waarop anderen het dashboard openen.", "")

    hosts: Annotated[tuple[str, ...], _listed(_HOST)] = _field(
        "HOSTS",
        "De namen waaronder de dienst te vinden is; een verzoek onder een andere naam krijgt 403.",
        HOSTS,
        "geen naam van een server, zoals dashboard.school.nl",
    )
    listen: str = _field(
        "LUISTER",
        "Het netwerkadres waarop de dienst luistert; 0.0.0.0 is elk.",
        "127.0.0.1",
        pattern=r"^[\w.:-]+$",
        form="geen netwerkadres, zoals 0.0.0.0",
    )
    port: int = _field(
        "POORT", "De poort waarop de dienst luistert.", 8501, "geen getal van 1 tot en met 65535", ge=1, le=65535
    )
    sign_in: Address = _field(
        "AANMELDING",
        "Het adres waarop de aanmelddienst van de school (OpenID Connect) zich beschrijft. Zonder: iedereen kan erin.",
        "",
        "geen adres dat met https:// begint en op /.well-known/openid-configuration eindigt",
        pattern=r"/\.well-known/openid-configuration$",
    )
    client_id: Line = _field("AANMELDING_ID", "Hoe de aanmelddienst het dashboard noemt (client id).", "")
    client_secret: SecretStr | None = _field("AANMELDING_GEHEIM", "Het geheim dat daarbij hoort (client secret).", None)
    cookie_secret: SecretStr | None = _field(
        "COOKIEGEHEIM",
        "Een willekeurig geheim, waarmee het dashboard zijn cookies tekent.",
        None,
        "geen geheim van 32 tekens of meer",
        min_length=32,
    )
    may_enter: Annotated[tuple[str, ...], _listed(_RULE)] = _field(
        "TOEGANG",
        "Wie erin mag: @school.nl (een bevestigd e-mailadres) of claim=waarde, zoals groups=… of tid=…; één is genoeg.",
        (),
        "geen @domein en geen claim=waarde",
    )
    hours: int = _field(
        "AANMELDING_UREN",
        "Na hoeveel uur iemand zich opnieuw aanmeldt.",
        10,
        "geen getal van 1 tot en met 24",
        ge=1,
        le=24,
    )
    embedded_in: Annotated[tuple[str, ...], _listed(_PAGE)] = _field(
        "INSLUITEN",
        "De adressen van pagina's die het dashboard mogen tonen, zoals https://school.sharepoint.com. Zonder: geen.",
        (),
        "geen adres dat met https:// begint en ophoudt na de naam",
    )
    most_visitors: int = _field(
        "BEZOEKERS",
        "Hoeveel bezoekers er tegelijk in kunnen; wie er dan bij komt, leest dat het druk is.",
        300,
        "geen getal van 1 tot en met 5000",
        ge=1,
        le=5000,
    )
    most_upload: int = _field(
        "UPLOAD",
        "Hoeveel MB een bestand mag zijn dat een bezoeker aanbiedt.",
        100,
        "geen getal van 26 tot en met 500",
        ge=26,
        le=500,
    )
    token: SecretStr | None = _field(
        "MEETSLEUTEL",
        "De sleutel waarmee een meetprogramma de cijfers van de dienst leest (Prometheus). Zonder: niemand.",
        None,
        "geen sleutel van 24 tekens of meer",
        min_length=24,
    )


VARIABLES = tuple(str(field.validation_alias) for field in Settings.model_fields.values())


def table() -> list[tuple[str, str, str]]:
    """Each variable, what it is for, and its default ("" when there is none), as the manual has them."""
    return [
        (str(field.validation_alias), str(field.description), _shown(field.default))
        for field in Settings.model_fields.values()
    ]


def _shown(default: Any) -> str:
    return ", ".join(default) if isinstance(default, tuple) else "" if default is None else str(default)


def now() -> Settings:
    """What is configured at this moment. Raises :class:`SettingsError` for a value that cannot be used."""
    return _read(tuple((name, text) for name in VARIABLES if (text := _text(os.environ.get(name, "")))))


def _text(typed: str) -> str:
    return typed.strip().strip('"').strip()


@lru_cache(maxsize=8)
def _read(found: tuple[tuple[str, str], ...]) -> Settings:
    try:
        return Settings.model_validate(dict(found))
    except ValidationError as problem:
        raise SettingsError(_sentence(str(problem.errors()[0]["loc"][0]), dict(found))) from None


def _sentence(variable: str, found: Mapping[str, str]) -> str:
    field = next(each for each in Settings.model_fields.values() if each.validation_alias == variable)
    extra = field.json_schema_extra
    form = extra["form"] if isinstance(extra, dict) else ""
    value = "de waarde" if variable.endswith(("SLEUTEL", "GEHEIM")) else f"“{texts.cut(found[variable])}”"
    return f"{variable} is niet goed ingesteld: {value} is {form}."


def check() -> Settings:
    """What is configured, when all of it can be used and no variable looks like one of ours and is none.

    Raises :class:`SettingsError`.
    """
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in VARIABLES:
            near = difflib.get_close_matches(name, VARIABLES, n=1)
            meant = f"; bedoelt u {near[0]}?" if near else ". In de handleiding (README) staat welke er zijn."
            raise SettingsError(f"{name} is geen instelling van het dashboard{meant}")
    found = now()
    if found.sign_in:
        needed = {
            "AANMELDING_ID": found.client_id,
            "AANMELDING_GEHEIM": found.client_secret,
            "COOKIEGEHEIM": found.cookie_secret,
            "TOEGANG": found.may_enter,
            "ADRES": found.address,
        }
        absent = [PREFIX + name for name, said in needed.items() if not said]
        if absent:
            raise SettingsError(f"Voor de aanmelding ontbreekt nog: {texts.listing(absent)}.")
    return found

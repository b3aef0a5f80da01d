"""Reads where something is: degrees, a municipality, or a region."""

from __future__ import annotations

import math

from lrn import gazetteer, texts
from lrn import vocabulary as v
from lrn.register.rules import Rule
from lrn.register.values.remark import Read
from lrn.register.values.synonyms import no_one_place
from lrn.register.values.terms import LONGEST, code_of, term_value
from lrn.terms import plain
from lrn.vocabulary import ONBEKEND

# Bounds in degrees (WGS 84) of the European Netherlands, rounded outward.
LATITUDES, LONGITUDES = (50.5, 53.8), (3.2, 7.4)
_ONE_TOWN = "Noem één gemeente of laat de cel leeg"
_REGION_OF = ("regio ", "arbeidsmarktregio ")  # who writes so before a municipality may mean all around it
_OUR_REGIONS = f"kies {texts.choice(v.PLAATS_NAMEN[code] for code in v.KIESBARE_PLAATSEN)}, of een andere regio van CBS"


def degrees_value(text: str, bounds: tuple[float, float], other: tuple[float, float]) -> Read:
    """Decimal degrees (point or comma) within *bounds*; *other* tells latitude and longitude apart."""
    if not text.strip():
        return Read(None)
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return Read(None, (Rule.NO_DEGREES.say(waarde=text, grenzen=_between(bounds)),))
    if bounds[0] <= number <= bounds[1]:
        return Read(number)
    if other[0] <= number <= other[1]:  # said of both cells
        return Read(None, (Rule.TURNED_DEGREES.say("breedtegraad en lengtegraad andersom", waarde=text),))
    return Read(None, (Rule.ABROAD.say(waarde=text, grenzen=_between(bounds)),))


def _between(bounds: tuple[float, float]) -> str:
    low, high = (str(bound).replace(".", ",") for bound in bounds)
    return f"hier past een getal van {low} tot {high}"


def all_degrees(texts: list[str], bounds: tuple[float, float]) -> list[float | None] | None:
    """The degrees in *texts*, None for an empty one; None at all when one of them is no number within *bounds*."""
    try:
        numbers = [float(text) if text else None for text in texts]
    except ValueError:
        return None
    known = [number for number in numbers if number is not None]
    # A sum that is no number has one that is none among them, and then the least and the greatest tell nothing.
    within = not known or (not math.isnan(sum(known)) and bounds[0] <= min(known) and max(known) <= bounds[1])
    return numbers if within else None


def municipality_value(text: str) -> Read:
    """A GM code, ``"elders:<naam>"`` for one that is not ours, ``"onbekend"`` when it is not understood.

    A village, a former municipality and a code of CBS are the municipality of today; a name that two places have, of
    which one with us, is not understood.
    """
    if not text.strip():
        return Read(None)
    municipalities = v.municipality_vocabulary()
    if code := code_of(municipalities, text) or municipalities.of_number(text):
        if len(text) <= LONGEST and plain(text).startswith(_REGION_OF):
            return Read(code, (Rule.READ_AS_TOWN.say(waarde=text, gemeente=municipalities.label(code)),))
        return Read(code)
    if len(text) <= LONGEST and (meant := municipalities.meanings(text)):
        named = texts.choice(municipalities.label(code) for code in meant)
        return Read(ONBEKEND, (Rule.TWO_PLACES.say(waarde=text, gemeenten=named),))
    region = code_of(v.REGIO_NAMEN, text)
    if region and region != v.ELDERS:
        return Read(ONBEKEND, (Rule.A_REGION.say(waarde=text),))
    if len(text) <= LONGEST and gazetteer.like_a_code(text):
        return Read(ONBEKEND, (Rule.NO_PLACE_CODE.say(waarde=text),))
    likely = no_one_place(text) or municipalities.suggest(text)[0]
    return Read(ONBEKEND, (Rule.UNKNOWN.say(likely, waarde=text, soort=municipalities.name, raad=_ONE_TOWN),))


def region_value(text: str) -> Read:
    """An AM code, ``"GM0632"`` for Woerden, ``"elders…"`` for another region, ``"onbekend"`` if not understood."""
    if code := v.REGIO_NAMEN.of_number(text):
        return Read(code)
    read = term_value(text, v.REGIO_NAMEN, _OUR_REGIONS)
    if read.value != ONBEKEND or not (code := code_of(v.municipality_vocabulary(), text)):
        return read
    region = v.REGIO_NAMEN.label(v.GEMEENTE[code].regio if code in v.GEMEENTE else v.ELDERS)
    municipalities = v.municipality_vocabulary()
    lies = f"een plaats in {municipalities.label(code)}"
    what = "een gemeente" if municipalities.is_named(text) or gazetteer.like_a_code(text) else lies
    return Read(ONBEKEND, (Rule.A_MUNICIPALITY.say(region, sure=True, waarde=text, iets=what),))

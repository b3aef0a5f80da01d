"""Shows a number, day or time by its number format, as a Dutch Excel does ([ECMA-376] part 1, 18.8.31).

A workbook keeps 46146 and the format ``d-mmm``; what its keeper sees is 4-mei. What a format does with colours,
conditions and room between signs is not shown.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite

from babel.dates import format_date

Value = bool | int | float | date | time | timedelta
GENERAL = "General"
LONGEST = 255  # characters of a format, Excel's limit

# The formats that a workbook refers to by number only (18.8.30). 14 and 22 follow the settings of the computer; the
# years of the others have four digits too, as the Dutch settings have it.
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    5: '"€ "#,##0', 6: '"€ "#,##0', 7: '"€ "#,##0.00', 8: '"€ "#,##0.00',
    14: "dd-mm-yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "dd-mm-yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 42: '"€ "#,##0', 43: "#,##0.00", 44: '"€ "#,##0.00',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    r"|(?P<part>yyyy|yy|mmmmm|m{1,4}|d{1,4}|h{1,2}|s{1,2}(?:\.0+)?|AM/PM|A/P|General)"
    r"|(?P<digits>[0#?](?:[0#?,.]*[0#?])?[,.]*(?:E[+-][0#?]+)?)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_SIMPLE_DIGITS = re.compile(r"[0#,]{0,30}[0#](?:\.[0#]{1,15})?(?:E[+-]0{1,3})?")
DURATION = "[h]:mm"
_EPOCH = datetime(1899, 12, 30)
_DAYS = 2_958_466  # of Excel: up to 31 December 9999
_NO_DAY = datetime(1900, 1, 30)  # of a time alone Excel says 00-01-1900


def as_shown(value: Value, code: str = "") -> str:
    """*value* as a Dutch Excel shows it in a cell with the number format *code*; a plain one where that is "".

    A format that cannot be followed (a fraction) shows the value plainly.
    """
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    sections = _sections(code[:LONGEST])
    if isinstance(value, int | float):
        return _number(value, sections) if isfinite(value) else str(value)
    section = sections[0]
    if not _is_of_time(section):
        section = _plain_code(value)
    return _moment(value, section)


@lru_cache(maxsize=500)
def shows_day(code: str) -> bool:
    """Whether a date with the number format *code* shows which day it is: ``mmm-yy`` does not."""
    tokens = [found["part"] for found in _TOKEN.finditer(_sections(code)[0]) if found["part"]]
    return not tokens or any(token[0] in "dD" for token in tokens) or not any(token[0] in "mMyY" for token in tokens)


def is_scientific(code: str) -> bool:
    """Whether the number format *code* shows 100000 as 1,00E+05, as Excel does once someone types 1e5."""
    return any(found["digits"] and "e" in found["digits"].lower() for found in _TOKEN.finditer(code))


def simple(code: str) -> str:
    """The number format *code* without all that nobody needs to see the same number; "" where a plain one will do.

    What comes back is safe to write in another workbook: one section of digits, with words and signs around it.
    """
    section = _sections(code[:LONGEST])[0]
    if _is_of_time(section):
        return DURATION
    out: list[str] = []
    for found in _TOKEN.finditer(section):
        digits, words = found["digits"], found["quoted"] or found["escaped"] or found["sign"] or found["other"] or ""
        if digits:
            if not _SIMPLE_DIGITS.fullmatch(digits):
                return ""
            out.append(digits)
        elif words == "%":
            out.append("%")
        elif kept := re.sub(r"[^\w €$£.()-]", "", words):
            out.append(f'"{kept}"')
    amount = sum(_SIMPLE_DIGITS.fullmatch(piece) is not None for piece in out)
    return "".join(out).replace('""', "") if amount == 1 else ""


def _plain_code(value: Value) -> str:
    match value:
        case timedelta():
            return "[h]:mm:ss" if value.seconds % 60 else "[h]:mm"
        case time():
            return "hh:mm:ss" if value.second else "hh:mm"
        case datetime() if (value.hour, value.minute, value.second) != (0, 0, 0):
            return "dd-mm-yyyy hh:mm:ss" if value.second else "dd-mm-yyyy hh:mm"
        case _:
            return "dd-mm-yyyy"


@lru_cache(maxsize=500)
def _sections(code: str) -> list[str]:
    """The parts of a format for positive and negative numbers and zero; a ; within quotes parts nothing."""
    parts = re.findall(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;)', code)
    return parts or [GENERAL]


@lru_cache(maxsize=500)
def _is_of_time(section: str) -> bool:
    return any(
        found["elapsed"] or (found["part"] and found["part"].lower() != "general") for found in _TOKEN.finditer(section)
    )


# ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────


def _number(value: float, sections: list[str]) -> str:
    section = sections[0]
    if value < 0 and len(sections) > 1 and sections[1].strip():
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2 and sections[2].strip():
        section = sections[2]
    if _is_of_time(section):
        if not 0 <= value < _DAYS:
            return "########"
        return _moment(_EPOCH + timedelta(days=value), section)
    tokens = list(_TOKEN.finditer(section))
    digits = [found["digits"] for found in tokens if found["digits"]]
    if any(found["other"] == "/" for found in tokens) or len(digits) > 1:  # a fraction, or 06-1234 5678
        return _general(value)
    percent = 100 ** sum(found["other"] == "%" for found in tokens)
    out = []
    for found in tokens:
        if found["digits"]:
            out.append(_figures(abs(value) * percent, found["digits"]))
        elif found["part"] or found["other"] == "@":
            out.append(_general(abs(value)))
        else:
            out.append(found["quoted"] or found["escaped"] or found["sign"] or found["other"] or "")
    shown = "".join(out).strip()
    return f"-{shown}" if value < 0 and re.search("[1-9]", shown) else shown


def _general(value: float) -> str:
    """A number without a format: Excel shows as many of its digits as fit, eleven at most."""
    size = abs(value)
    if size and not 1e-9 <= size < 1e11:
        digits, power = f"{value:.5e}".split("e")
        return f"{_comma(digits.rstrip('0').rstrip('.'))}E{power}"
    whole = len(f"{size:.0f}")
    shown = f"{value:.{max(10 - whole, 0)}f}"
    return _comma(shown.rstrip("0").rstrip(".") if "." in shown else shown)


def _figures(size: float, code: str) -> str:
    """The digits of a number that is not negative, by the part of a format that asks for them."""
    if "E" in code.upper():
        mantissa, exponent = re.split("E[+-]", code, maxsplit=1, flags=re.IGNORECASE)
        digits, power = f"{size:.{_decimals(mantissa)}e}".split("e")
        return f"{_comma(digits)}E{power[0]}{power[1:].lstrip('0').zfill(exponent.count('0'))}"
    stripped = code.rstrip(",")  # each one at the end leaves out three digits
    size /= 1000 ** (len(code) - len(stripped))
    before, _, after = stripped.partition(".")
    after = after.replace(",", "")
    try:
        rounded = Decimal(repr(float(size))).quantize(Decimal(1).scaleb(-len(after)), ROUND_HALF_UP)
    except ArithmeticError:
        return _general(size)
    whole, _, part = f"{rounded:f}".partition(".")
    needed = before.count("0")
    whole = whole.lstrip("0").zfill(needed) if needed or whole.strip("0") else ""
    if "," in before:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    least = len(after.rstrip("#?"))
    while len(part) > least and part.endswith("0"):
        part = part[:-1]
    return f"{whole},{part}" if part or after else whole


def _decimals(mantissa: str) -> int:
    return len(mantissa.partition(".")[2])


def _comma(number: str) -> str:
    return number.replace(".", ",")


# ── Days and times ───────────────────────────────────────────────────────────────────────────────────────────


def _moment(value: Value, section: str) -> str:
    whole = _since_epoch(value)
    if isinstance(value, timedelta) and whole < timedelta():
        return f"-{_moment(-whole, section)}"
    try:
        day = _EPOCH + timedelta(days=whole.days) if whole.days else _NO_DAY
    except OverflowError:  # a time of ages
        day = _NO_DAY
    clock = whole - timedelta(days=whole.days)
    seconds = whole.total_seconds()
    half = any((found["part"] or "").lower() in ("am/pm", "a/p") for found in _TOKEN.finditer(section))
    tokens = list(_TOKEN.finditer(section))
    out = []
    for n, found in enumerate(tokens):
        part = (found["part"] or "").lower()
        if found["elapsed"]:
            amount = seconds // {"h": 3600, "m": 60, "s": 1}[found["elapsed"][0].lower()]
            out.append(f"{amount:.0f}".zfill(len(found["elapsed"])))
        elif part[:1] == "m" and len(part) < 3 and _is_minute(tokens, n):
            out.append(f"{clock.seconds // 60 % 60}".zfill(len(part)))
        elif part:
            out.append(_part(part, day, clock, half=half))
        elif not found["digits"]:
            out.append(found["quoted"] or found["escaped"] or found["sign"] or (found["other"] or "").replace("@", ""))
    return "".join(out).strip()


def _since_epoch(value: Value) -> timedelta:
    match value:
        case timedelta():
            return value
        case time():
            return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
        case datetime():
            return value.replace(microsecond=0) - _EPOCH + timedelta(seconds=round(value.microsecond / 1e6))
        case date():
            return datetime(value.year, value.month, value.day) - _EPOCH
        case _:
            raise TypeError(f"{value!r} is no moment")


def _is_minute(tokens: list[re.Match[str]], n: int) -> bool:
    """Whether the m or mm at *n* stands for minutes: after hours, or before seconds."""
    kinds = [(found["part"] or found["elapsed"] or "").lower()[:1] for found in tokens]
    before = next((kind for kind in reversed(kinds[:n]) if kind and kind not in "ag"), "")
    after = next((kind for kind in kinds[n + 1 :] if kind and kind not in "ag"), "")
    return before == "h" or after == "s"


def _part(part: str, day: datetime, clock: timedelta, *, half: bool) -> str:
    hour, second = clock.seconds // 3600, clock.seconds % 60
    match part[0]:
        case "y":
            return f"{day.year:04}" if len(part) > 2 else f"{day.year % 100:02}"
        case "m" if len(part) == 5:
            return format_date(day, "MMMMM", locale="nl")
        case "m" if len(part) > 2:
            return _month(day.month) if len(part) == 3 else format_date(day, "LLLL", locale="nl")
        case "m":
            return f"{day.month}".zfill(len(part))
        case "d" if len(part) > 2:
            return format_date(day, "EEE" if len(part) == 3 else "EEEE", locale="nl")
        case "d":
            if day is _NO_DAY:
                return "0".zfill(len(part))
            return f"{day.day}".zfill(len(part))
        case "h":
            return f"{(hour % 12 or 12) if half else hour}".zfill(len(part))
        case "s":
            whole, _, fraction = part.partition(".")
            return f"{second}".zfill(len(whole)) + ("," + "0" * len(fraction) if fraction else "")
        case "a":
            return "AM" if hour < 12 else "PM"
        case _:
            return ""


def _month(number: int) -> str:
    """A month in three letters, as Excel writes it: Babel has a point behind it, and mrt. for maart."""
    return ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")[number - 1]

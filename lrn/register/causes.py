"""Why there is a finding, in a few Dutch words: what lies behind many of them can be settled at once."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """The words go behind what was typed: "9 × okt 2025: de dag ontbreekt"."""

    UNKNOWN = "herkennen we niet"
    EMPTY = "is niet ingevuld"
    TWICE = "staat er twee keer"
    MERGED = "is samengevoegd"
    REPEATED = "de kolomkoppen staan er nog een keer"
    UNREAD = "niet gelezen"

    NO_DATE = "is geen datum"
    NO_DAY = "de dag ontbreekt"
    NO_DAY_OR_MONTH = "dag en maand ontbreken"
    NO_SUCH_DAY = "die dag bestaat niet"
    MONTH_FIRST = "de maand staat voorop"
    DOUBTFUL_DAY = "welke dag dit is, is niet zeker"
    MONTH_SHOWN = "toont alleen een maand of jaar"
    TURNED = "dag en maand zijn misschien verwisseld"
    ENDS_BEFORE_START = "Einde ligt vóór Start"
    OLD = "langer dan een jaar niet bijgewerkt"

    NO_SEMICOLON = "de puntkomma ontbreekt"
    MADE_BY_EXCEL = "Excel heeft er iets anders van gemaakt"
    EXCEL_ERROR = "is een fout van Excel"
    UNCALCULATED = "is een formule zonder uitkomst"
    NO_LEVEL = "ingrediënt 3 zonder niveau"
    NO_YES_OR_NO = "is geen ja of nee"
    NO_CROSS = "is geen x"
    OWN_COLUMN = "heeft een eigen kolom"

    NO_DEGREES = "is geen coördinaat in Nederland"
    TWO_PLACES = "kan op twee plaatsen liggen"
    A_REGION = "is een arbeidsmarktregio"
    A_MUNICIPALITY = "is geen arbeidsmarktregio"
    OTHER_REGION = "CBS deelt anders in"

    NO_SUCH_ROW = "verwijst naar niets"
    ALIKE = "lijkt er twee keer te staan"
    LIKE_ANOTHER = "lijkt op een andere naam"

    UNKNOWN_COLUMN = "deze kolom kennen we niet"
    NO_HEADING = "de kolom heeft geen kop"
    ABOVE_HEADINGS = "staat boven de kolomkoppen"
    TOTAL = "is een totaalrij"
    UNKNOWN_SHEET = "dit werkblad kennen we niet"
    ALL_IN_ONE = "alles staat in kolom A"

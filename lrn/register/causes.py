"""Why there is a finding, in a few Dutch words: what lies behind many of them can be settled at once."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """The words go behind what was typed: "9 × okt 2025: de dag ontbreekt"."""

    UNKNOWN = "herkennen we niet"
    EMPTY = "niet ingevuld"
    SAME_ID = "ID staat er twee keer"
    MERGED = "samengevoegde cel"
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
    EXCEL_ERROR = "fout van Excel"
    UNCALCULATED = "formule zonder uitkomst"
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

    TWO_COLUMNS = "kolom die er twee keer is"
    UNKNOWN_COLUMN = "kolom die we niet kennen"
    NO_HEADING = "kolom zonder kop"
    ABOVE_HEADINGS = "rij boven de kolomkoppen"
    TOTAL = "totaalrij"
    UNKNOWN_SHEET = "werkblad dat we niet kennen"
    ALL_IN_ONE = "alles in kolom A"

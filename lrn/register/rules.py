"""The rules by which a workbook is checked: each finding belongs to one entry of this list.

To add one takes an entry here, and a line where it is found: ``Rule.X.say(…)``. README, the sheet Uitleg and the page
Gegevens list them from here. The words are Dutch; what stands between braces is put in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique

from lrn import texts
from lrn.register.columns import SHEETS, Kind
from lrn.register.model import Severity
from lrn.register.values.remark import EMPTY, Remark, short

_COLUMNS = [column for sheet in SHEETS for column in sheet.columns]


def _of(*kinds: Kind) -> str:
    return ", ".join(dict.fromkeys(column.header for column in _COLUMNS if column.kind in kinds))


_FOUT, _WAARSCHUWING, _OPMERKING = Severity
_SHEETS, _HEADINGS, _ROW, _ANY = "Werkbladen", "Kolomkoppen", "Hele rij", "Elke kolom"
_NEEDED = ", ".join(dict.fromkeys(column.header for column in _COLUMNS if column.required))
_LISTED, _TYPED = "Kolommen met vaste woorden", "Kolommen met tekst of een ID"
_DATES, _FLAGS, _DEGREES = _of(Kind.DATE), _of(Kind.FLAG), _of(Kind.LATITUDE, Kind.LONGITUDE)
_INGREDIENTS, _TOWN, _REGION = _of(Kind.INGREDIENTS), _of(Kind.MUNICIPALITY), _of(Kind.REGION)
_REFERENCES, _ENDS = _of(Kind.ACTIVITY, Kind.PARTNER), _of(Kind.ENDPOINT)

# Why there is a finding, in the few words that go behind what was typed: "9 × okt 2025: de dag ontbreekt".
UNREAD, _UNKNOWN, _BY_EXCEL = "niet gelezen", "herkennen we niet", "Excel heeft er iets anders van gemaakt"
_EMPTY, _MERGED, _TWICE = "niet ingevuld", "samengevoegde cel", "lijkt er twee keer te staan"
_FAILED, _UNCALCULATED = "fout van Excel", "formule zonder uitkomst"
_MONTH_FIRST, _NO_DEGREES = "de maand staat voorop", "is geen coördinaat in Nederland"
_NO_ROW, _OTHER_REGION, _SHEET = "verwijst naar niets", "CBS deelt anders in", "werkblad dat we niet kennen"

BY_NUMBER = "noem de nummers, bijvoorbeeld 1; 5; 9"
_WITHOUT = "Zonder deze kolom telt geen rij op dit blad mee"
_REPAIR, _CALCULATE = "herstel de formule of typ de waarde", "open de werkmap in Excel en sla die op"
_AN_ERROR, _NO_OUTCOME = "Een formule geeft een fout van Excel", "Een formule heeft nog geen uitkomst"
_NUMBER = "Excel maakte een datum van een los getal, zoals een jaartal"


@dataclass(frozen=True)
class _Entry:
    """``severity``; ``cause`` in a few words, which findings that one choice settles share; ``where`` it looks.

    ``explained`` tells everybody what is looked for, ``words`` what is found; ``advice`` stands behind these when there
    is nothing to suggest.
    """

    severity: Severity
    cause: str
    where: str
    explained: str
    words: str
    advice: str = ""

    def __post_init__(self) -> None:
        if not all((self.cause, self.where, self.words, self.explained)):
            raise ValueError(f"a rule lacks its cause, where it looks, its words or its explanation: {self}")


@unique
class Rule(_Entry, Enum):
    """The entries, the gravest first; ``name`` is the key that a finding carries."""

    # fmt: off
    ALL_IN_ONE = (_FOUT, "alles in kolom A", _HEADINGS, "Alle kolommen staan samen in kolom A",
        "Alle kolommen staan in kolom A, dus geen rij telt mee: {raad}")
    NO_COLUMN = (_FOUT, UNREAD, _HEADINGS, "Een kolom die elke rij nodig heeft, ontbreekt",
        f"De kolom {{kolom}} ontbreekt. {_WITHOUT}")
    HEADING_NEEDED = (_FOUT, UNREAD, _HEADINGS, "Een kolom die elke rij nodig heeft, heeft een kop die we niet kennen",
        f"Deze kolomkop kennen we niet. {_WITHOUT}")
    REPEATED = (_FOUT, "de kolomkoppen staan er nog een keer", _ROW, "De kolomkoppen staan er nog een keer",
        "Deze rij herhaalt de kolomkoppen en telt niet mee. Haal de rij weg")
    EMPTY = (_FOUT, _EMPTY, _NEEDED, "Er is niets ingevuld", "Geen {kolom} ingevuld, dus de rij telt niet mee")
    EMPTY_CELLS = (_FOUT, _EMPTY, _NEEDED, "Er is niets ingevuld",
        "{kolommen} zijn niet ingevuld, dus de rij telt niet mee")
    ERROR_NEEDED = (_FOUT, _FAILED, _NEEDED, _AN_ERROR,
        f"Bij {{kolom}} staat de Excel-fout {{waarde}}, dus de rij telt niet mee: {_REPAIR}")
    OUTCOME_NEEDED = (_FOUT, _UNCALCULATED, _NEEDED, _NO_OUTCOME,
        f"De formule bij {{kolom}} heeft geen uitkomst, dus de rij telt niet mee. {texts.capital(_CALCULATE)}")
    MERGED_ID = (_FOUT, _MERGED, "ID", "De cel is samengevoegd met een eerdere rij",
        "ID is samengevoegd met rij {rij}, dus deze rij telt niet mee: hef de samenvoeging op en geef de rij een eigen "
        "ID")
    SAME_ID = (_FOUT, "ID staat er twee keer", "ID", "Het ID staat al op een eerdere rij van dit blad",
        "ID staat al op rij {rij}. Deze rij telt pas mee met een ander ID")

    LIKELY_SHEET = (_WAARSCHUWING, _SHEET, _SHEETS,
        "Een naam die we niet kennen, lijkt op die van een blad van het register",
        "Dit werkblad kennen we niet en lezen we niet")
    LIKELY_HEADING = (_WAARSCHUWING, UNREAD, _HEADINGS,
        "Een kop die we niet kennen, lijkt op die van een kolom van het register",
        "Deze kolomkop kennen we niet, dus de kolom telt niet mee")
    TWO_COLUMNS = (_WAARSCHUWING, "kolom die er twee keer is", _HEADINGS, "Een kolom staat er twee keer",
        "Deze kolom staat er twee keer en alleen de eerste telt. Haal een van beide weg")
    ERROR = (_WAARSCHUWING, _FAILED, _ANY, _AN_ERROR,
        f"Hier staat de Excel-fout {{waarde}} in plaats van een waarde: {_REPAIR}")
    NO_OUTCOME = (_WAARSCHUWING, _UNCALCULATED, _ANY, _NO_OUTCOME,
        f"Hier staat een formule zonder uitkomst: {_CALCULATE}")
    UNKNOWN = (_WAARSCHUWING, _UNKNOWN, _LISTED, "Een woord herkennen we niet, ook niet in een andere spelling",
        "“{waarde}” herkennen we niet als {soort}", "{raad}")
    NO_YES_OR_NO = (_WAARSCHUWING, "is geen ja of nee", _FLAGS, "Er staat iets anders dan ja of nee",
        "“{waarde}” is geen ja of nee", "Kies een van beide of laat de cel leeg")
    NO_INGREDIENT = (_WAARSCHUWING, _UNKNOWN, _INGREDIENTS, "Een nummer is niet 1 t/m 11",
        "“{waarde}” is geen ingrediënt. De nummers zijn 1 t/m 11")
    ALL = (_WAARSCHUWING, _UNKNOWN, _INGREDIENTS, "Er staat ‘alle’ in plaats van de nummers",
        f"“{{waarde}}” herkennen we niet als ingrediënt. {texts.capital(BY_NUMBER)}")
    NO_SEMICOLON = (_WAARSCHUWING, "de puntkomma ontbreekt", _INGREDIENTS,
        "Tussen de nummers staat geen puntkomma, zodat niet zeker is welke bedoeld zijn",
        "Zet een puntkomma tussen de ingrediënten{voorbeeld}")
    ONE_NUMBER = (_WAARSCHUWING, _BY_EXCEL, _INGREDIENTS, "Excel maakte één getal of een datum van de nummers",
        f"Excel heeft hier {{iets}} van gemaakt; {BY_NUMBER}")
    NO_CROSS = (_WAARSCHUWING, "is geen x", "Kolommen 1 t/m 11", "Er staat iets anders dan een x",
        "“{waarde}” is geen x, dus ingrediënt {nummer} telt hier niet mee. Zet een x of laat de cel leeg")
    NO_PLACE_CODE = (_WAARSCHUWING, _UNKNOWN, _TOWN, "Een code is niet die van een gemeente",
        "“{waarde}” is geen code van een gemeente: vul de naam in")
    TWO_PLACES = (_WAARSCHUWING, "kan op twee plaatsen liggen", _TOWN, "De plaats kan in meer dan één gemeente liggen",
        "“{waarde}” kan in {gemeenten} liggen: noem de gemeente")
    A_REGION = (_WAARSCHUWING, "is een arbeidsmarktregio", _TOWN, "Er staat een arbeidsmarktregio",
        "“{waarde}” is een arbeidsmarktregio: bij een activiteit hoort die in de kolom Arbeidsmarktregio")
    A_MUNICIPALITY = (_WAARSCHUWING, "is geen arbeidsmarktregio", _REGION, "Er staat een gemeente of plaats",
        "“{waarde}” is {iets}, geen arbeidsmarktregio")
    NO_DEGREES = (_WAARSCHUWING, _NO_DEGREES, _DEGREES, "Er staat geen getal in graden",
        "“{waarde}” is geen coördinaat in graden: {grenzen}")
    ABROAD = (_WAARSCHUWING, _NO_DEGREES, _DEGREES, "Het punt ligt buiten Nederland",
        "“{waarde}” ligt buiten Nederland: {grenzen}")
    TURNED_DEGREES = (_WAARSCHUWING, _NO_DEGREES, _DEGREES, "Breedtegraad en lengtegraad lijken verwisseld",
        "“{waarde}” ligt buiten Nederland")
    NO_DATE = (_WAARSCHUWING, "is geen datum", _DATES, "Er staat geen datum",
        "“{waarde}” is geen datum", "Schrijf dag-maand-jaar, zoals 15-9-2026, of laat de cel leeg")
    NO_DAY = (_WAARSCHUWING, "de dag ontbreekt", _DATES, "De dag, of de dag en de maand, ontbreekt",
        "We missen een dag: schrijf bijvoorbeeld {voorbeeld}")
    NO_DAY_OR_MONTH = (_WAARSCHUWING, "dag en maand ontbreken", _DATES, "De dag, of de dag en de maand, ontbreekt",
        "We missen een dag en een maand: schrijf bijvoorbeeld {voorbeeld}")
    NO_SUCH_DAY = (_WAARSCHUWING, "die dag bestaat niet", _DATES, "De dag bestaat niet, zoals 31 juni",
        "“{waarde}” is geen datum die bestaat")
    MONTH_BEFORE_DAY = (_WAARSCHUWING, _MONTH_FIRST, _DATES, "De maand staat vóór de dag",
        "“{waarde}” heeft de maand vóór de dag")
    DOUBTFUL_DAY = (_WAARSCHUWING, "welke dag dit is, is niet zeker", _DATES,
        "In de kolom staan dag en maand door elkaar, zodat niet zeker is welke dag bedoeld is",
        "“{waarde}” kan {dagen} zijn: {waarom}. Schrijf de maand als woord, zoals {voorbeeld}")
    YEAR_TYPED = (_WAARSCHUWING, _BY_EXCEL, _DATES, _NUMBER,
        "Excel maakt van het getal {getal} de datum {datum}. Is het jaar {getal} bedoeld? Typ ook een dag en een maand")
    MONTH_TYPED = (_WAARSCHUWING, _BY_EXCEL, _DATES, _NUMBER,
        "Excel maakt van het getal {getal} een datum in het jaar {jaar}: typ een dag, maand en jaar")
    NUMBER_TYPED = (_WAARSCHUWING, _BY_EXCEL, _DATES, _NUMBER,
        "{datum} ligt te ver terug. Is hier een los getal getypt? Schrijf dag-maand-jaar, zoals 15-9-2026")
    ENDS_BEFORE_START = (_WAARSCHUWING, "Einde ligt vóór Start", "Einde", "Het einde ligt vóór de start",
        "Einde ligt vóór Start en telt als niet ingevuld. Verbeter een van beide")
    NO_SUCH_ID = (_WAARSCHUWING, _NO_ROW, _REFERENCES, "Het ID staat niet op het blad waarnaar het verwijst",
        "Geen {soort} met dit ID op het blad {blad}", "Verbeter het of vul het daar aan")
    SEVERAL_IDS = (_WAARSCHUWING, _NO_ROW, _REFERENCES, "Het ID staat niet op het blad waarnaar het verwijst",
        "Geen {soort} met dit ID op het blad {blad}. Bedoelt u {keuze}?")
    NO_END = (_WAARSCHUWING, _NO_ROW, _ENDS,
        "Er staat geen ID van een activiteit, geen gemeente en geen arbeidsmarktregio",
        "Dit is geen ID van een activiteit, geen gemeente en geen arbeidsmarktregio", "Vul een van die drie in")
    SEVERAL_ENDS = (_WAARSCHUWING, _NO_ROW, _ENDS,
        "Er staat geen ID van een activiteit, geen gemeente en geen arbeidsmarktregio",
        "Dit is geen ID van een activiteit, geen gemeente en geen arbeidsmarktregio. Bedoelt u {keuze}?")

    UNKNOWN_SHEET = (_OPMERKING, _SHEET, _SHEETS, "Een werkblad kennen we niet; een eigen werkblad mag",
        "Dit werkblad kennen we niet en lezen we niet. U kunt het laten staan")
    UNKNOWN_COLUMN = (_OPMERKING, "kolom die we niet kennen", _HEADINGS,
        "Een kolom kennen we niet; een eigen kolom mag",
        "Deze kolom kennen we niet en gebruiken we niet voor de cijfers. U kunt de kolom laten staan")
    NO_HEADING = (_OPMERKING, "kolom zonder kop", _HEADINGS, "Een kolom met iets erin heeft geen kop",
        "Deze kolom heeft geen kop, dus lezen we die niet. Geef de kolom een kop of maak de cellen leeg")
    ABOVE_HEADINGS = (_OPMERKING, "rij boven de kolomkoppen", _ROW, "De rij staat boven de kolomkoppen",
        "Deze rij staat boven de kolomkoppen, dus lezen we die niet. Zet de rij eronder als die mee moet tellen")
    TOTAL = (_OPMERKING, "totaalrij", _ROW, "Het is een totaalrij", "Dit is een totaalrij en telt niet mee")
    NOTE = (_OPMERKING, "tussenkop of toelichting", _ROW, "Het lijkt een tussenkop of toelichting",
        "Deze rij lijkt een tussenkop of toelichting, en die telt niet mee. Moet de rij wel meetellen? Vul dan "
        "{kolommen} in")
    MERGED_DOWN = (_OPMERKING, _MERGED, _ANY, "De cel is samengevoegd",
        "Deze cel is samengevoegd ({cellen}{meer}). De waarde {telt} op elk van die rijen")
    MERGED_ACROSS = (_OPMERKING, _MERGED, _ANY, "De cel is samengevoegd",
        "Deze cel is samengevoegd met die ernaast ({cellen}{meer}). De waarde telt alleen bij {kolom}, "
        "niet bij {andere}")
    MERGED_OVER = (_OPMERKING, _MERGED, _ANY, "Onder een samengevoegde cel staat nog een waarde",
        "Deze cel is samengevoegd met {cel} en niet te zien, maar {telt}")
    TEXT_BY_EXCEL = (_OPMERKING, _BY_EXCEL, _TYPED, "Excel maakte een datum, tijd of getal van een tekst",
        "Excel heeft hier {iets} van gemaakt. Typ een apostrof (') vóór de tekst om die te houden")
    SAME_PARTNER = (_OPMERKING, _TWICE, "Naam", "Een partner heeft de naam van een eerdere partner",
        "Deze naam staat ook op {rij}. Is dat dezelfde organisatie? Gebruik dan één ID: nu telt die als {partners}")
    SAME_ACTIVITY = (_OPMERKING, _TWICE, "Naam",
        "Een activiteit heeft naam, plaats en start van een eerdere activiteit",
        "Naam, plaats en start zijn die van {rij}. Is dat dezelfde activiteit? Haal dan een van de twee weg")
    READ_AS_TOWN = (_OPMERKING, _UNKNOWN, _TOWN, "Er staat ‘regio’ vóór de naam van een gemeente",
        "“{waarde}” lezen we als de gemeente {gemeente}; is een regio bedoeld?")
    OTHER_REGION = (_OPMERKING, _OTHER_REGION, _REGION, "CBS rekent de gemeente tot een andere regio",
        "CBS rekent {gemeente} tot {regio}. De activiteit telt mee bij {plaats}, omdat dat hier staat")
    OUTSIDE_REGION = (_OPMERKING, _OTHER_REGION, _REGION, "CBS rekent de gemeente tot een andere regio",
        "CBS rekent {gemeente} niet tot {plaats}. De activiteit telt daar wel mee, omdat dat hier staat")
    LIKE_ANOTHER = (_OPMERKING, "lijkt op een andere naam", "College", "De naam lijkt op die van een ander college",
        "“{waarde}” telt als een college apart. Is dit {bedoeld}? Gebruik dan die naam")
    READ_MONTH_FIRST = (_OPMERKING, _MONTH_FIRST, _DATES,
        "In de kolom of op het blad staat de maand voorop, en zo lezen we de datum",
        "{waar} staat de maand voorop, dus “{waarde}” lezen we als {dag}")
    READ_DAY_FIRST = (_OPMERKING, _MONTH_FIRST, _DATES,
        "In de kolom staat soms de maand voorop, maar veel vaker de dag",
        "In deze kolom staat soms de maand voorop, maar veel vaker de dag: “{waarde}” lezen we als {dag}{meer}")
    TURNED = (_OPMERKING, "dag en maand zijn misschien verwisseld", _DATES, "Dag en maand zijn misschien verwisseld",
        "Elders in deze kolom staat de maand voorop. Zijn hier dag en maand verwisseld?")
    MONTH_SHOWN = (_OPMERKING, "toont alleen een maand of jaar", "Einde",
        "De cel toont alleen een maand of jaar, en er staat de eerste dag",
        "Deze cel toont {maand}, maar er staat {dag}. Is de laatste dag bedoeld?")
    OWN_COLUMN = (_OPMERKING, "heeft een eigen kolom", "Thema's",
        "Het netwerkthema staat tussen de thema's; het heeft een eigen kolom",
        "“{waarde}” is het netwerkthema en heeft een eigen kolom. Haal het hier weg")
    NO_LEVEL = (_OPMERKING, "ingrediënt 3 zonder niveau", "Niveaus", "Ingrediënt 3 is genoemd, en er staat geen niveau",
        "Ingrediënt 3 ({ingredient}) is genoemd, maar er staat geen niveau bij. Vul Niveaus in, "
        "bijvoorbeeld {voorbeeld}")
    OLD = (_OPMERKING, "langer dan een jaar niet bijgewerkt", "Bijgewerkt",
        "De rij is langer dan een jaar niet bijgewerkt",
        "Langer dan een jaar niet bijgewerkt. Klopt de rij nog? Zet hier dan de datum van vandaag")
    # fmt: on

    def say(self, suggestion: str = "", *, sure: bool = False, part: str | None = None, **put_in: object) -> Remark:
        """The remark by this rule, with *put_in* in its words; the ``waarde`` among these is cut off where it is long.

        *suggestion*, *sure* and *part*: see :class:`~lrn.register.values.remark.Remark`.
        """
        words = f"{self.words}. {self.advice}" if self.advice and suggestion in ("", EMPTY) else self.words
        if "waarde" in put_in:
            put_in["waarde"] = short(str(put_in["waarde"]))
        return Remark(self, words.format(**put_in), suggestion, sure, part)


def overview() -> dict[Severity, dict[str, str]]:
    """What is checked, for people: by severity, the gravest first, by where it looks, what is looked for."""
    found: dict[Severity, dict[str, dict[str, None]]] = {severity: {} for severity in Severity}
    for rule in Rule:
        found[rule.severity].setdefault(rule.where, {})[f"{rule.explained}."] = None
    return {severity: {where: " ".join(told) for where, told in lines.items()} for severity, lines in found.items()}

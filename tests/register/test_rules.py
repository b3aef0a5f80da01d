"""The rules of checking: each is reached by a small workbook, and README, Uitleg and the page list them all."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from lrn.register import rules
from lrn.register.load import SAMPLE, build, load
from lrn.register.model import Severity, Source
from lrn.register.reading.parse import read_content
from lrn.register.rules import Rule, overview
from lrn.register.worker import wanted
from lrn.register.writing.guide import GECONTROLEERD
from tests.conftest import PEILDATUM, assert_by_rules
from tests.register import making

NO_OUTCOME = ("", "<f>1+1</f>")
ERROR = making.error("#N/A")
STYLES = making.parts()["xl/styles.xml"]
MONTHS = re.sub(r'<xf numFmtId="49"/>', '<xf numFmtId="49"/><xf numFmtId="17"/>', STYLES)  # the last style: mmm-yy
FOUT, WAARSCHUWING, OPMERKING = Severity


def rows(*more, **columns):
    """Activiteiten with one row that has these *columns* beside ID and Naam, and *more* rows."""
    return {"Activiteiten": [["ID", "Naam", *columns], ["A1", "Zorglab", *columns.values()], *map(list, more)]}


def listed(heading, *cells):
    """Activiteiten with a row for each of *cells*, which stand in one column."""
    named = [[f"A{n}", f"Lab {n}", cell] for n, cell in enumerate(cells, 1)]
    return {"Activiteiten": [["ID", "Naam", heading], *named]}


def refers(field, value, *others):
    """A partner P1, activities called *others*, and a row of Deelnames or Verbindingslijnen with *value* in *field*."""
    activities = [["ID", "Naam"], ["A1", "Zorglab"], *([f"B{n}", name] for n, name in enumerate(others, 1))]
    sheets = {"Activiteiten": activities, "Partners": [["ID", "Naam"], ["P1", "Zorgpunt"]]}
    if field == "Activiteit":
        return sheets | {"Deelnames": [["Activiteit", "Partner"], [value, "P1"]]}
    return sheets | {"Verbindingslijnen": [["ID", "Van", "Naar"], ["L1", value, "A1"]]}


# By rule a workbook, and by hand: severity, column, cell and words; merged areas come last.
CASES = {
    "ALL_IN_ONE": (
        rows() | {"Partners": [["ID;Naam"], ["P1;Zorgpunt"]]},
        (FOUT, "", "Partners!A1"),
        "Alle kolommen staan in kolom A, dus geen rij telt mee: selecteer die en kies in Excel Gegevens > Tekst naar "
        "kolommen, met de puntkomma als scheidingsteken",
    ),
    "NO_COLUMN": (
        rows() | {"Partners": [["Naam"], ["Zorgpunt"]]},
        (FOUT, "ID", "Partners!A1"),
        "De kolom ID ontbreekt. Zonder deze kolom telt geen rij op dit blad mee",
    ),
    "HEADING_NEEDED": (
        rows() | {"Partners": [["ID", "Naamm"], ["P1", "Zorgpunt"]]},
        (FOUT, "Naamm", "Partners!B1"),
        "Deze kolomkop kennen we niet. Zonder deze kolom telt geen rij op dit blad mee",
    ),
    "REPEATED": (
        rows(["ID", "Naam"]),
        (FOUT, "ID", "Activiteiten!A3"),
        "Deze rij herhaalt de kolomkoppen en telt niet mee. Haal de rij weg",
    ),
    "EMPTY": (
        rows(["A2", "", "Leiden"], Gemeente="Gouda"),
        (FOUT, "Naam", "Activiteiten!B3"),
        "Geen Naam ingevuld, dus de rij telt niet mee",
    ),
    "EMPTY_CELLS": (
        rows(["", "", "Leiden", "zorg"], Gemeente="Gouda", Status="Actief"),
        (FOUT, "ID", "Activiteiten!A3"),
        "ID en Naam zijn niet ingevuld, dus de rij telt niet mee",
    ),
    "ERROR_NEEDED": (
        rows(["A2", ERROR]),
        (FOUT, "Naam", "Activiteiten!B3"),
        "Bij Naam staat de Excel-fout #N/A, dus de rij telt niet mee: herstel de formule of typ de waarde",
    ),
    "OUTCOME_NEEDED": (
        rows(["A2", NO_OUTCOME]),
        (FOUT, "Naam", "Activiteiten!B3"),
        "De formule bij Naam heeft geen uitkomst, dus de rij telt niet mee. Open de werkmap in Excel en sla die op",
    ),
    "MERGED_ID": (
        rows([None, "Fietslab"]),
        (FOUT, "ID", "Activiteiten!A3"),
        "ID is samengevoegd met rij 2, dus deze rij telt niet mee: hef de samenvoeging op en geef de rij een eigen ID",
        "A2:A3",
    ),
    "SAME_ID": (
        rows(["A1", "Fietslab"]),
        (FOUT, "ID", "Activiteiten!A3"),
        "ID staat al op rij 2. Deze rij telt pas mee met een ander ID",
    ),
    "LIKELY_SHEET": (
        rows() | {"Partnerss": [["ID", "Naam"], ["P1", "Zorgpunt"]]},
        (WAARSCHUWING, "", "Partnerss!A1"),
        "Dit werkblad kennen we niet en lezen we niet",
    ),
    "LIKELY_HEADING": (
        rows(Gemeentee="Gouda"),
        (WAARSCHUWING, "Gemeentee", "Activiteiten!C1"),
        "Deze kolomkop kennen we niet, dus de kolom telt niet mee",
    ),
    "TWO_COLUMNS": (
        {"Activiteiten": [["ID", "Naam", "Status", "Status"], ["A1", "Zorglab", "Actief", "Gestopt"]]},
        (WAARSCHUWING, "Status", "Activiteiten!D1"),
        "Deze kolom staat er twee keer en alleen de eerste telt. Haal een van beide weg",
    ),
    "ERROR": (
        rows(Gemeente=ERROR),
        (WAARSCHUWING, "Gemeente", "Activiteiten!C2"),
        "Hier staat de Excel-fout #N/A in plaats van een waarde: herstel de formule of typ de waarde",
    ),
    "NO_OUTCOME": (
        rows(Gemeente=NO_OUTCOME),
        (WAARSCHUWING, "Gemeente", "Activiteiten!C2"),
        "Hier staat een formule zonder uitkomst: open de werkmap in Excel en sla die op",
    ),
    "UNKNOWN": (
        rows(Niveaus="hemels"),
        (WAARSCHUWING, "Niveaus", "Activiteiten!C2"),
        "“hemels” herkennen we niet als niveau. Kies strategisch, tactisch of operationeel",
    ),
    "NO_YES_OR_NO": (
        rows(Netwerkthema="soms"),
        (WAARSCHUWING, "Netwerkthema", "Activiteiten!C2"),
        "“soms” is geen ja of nee. Kies een van beide of laat de cel leeg",
    ),
    "NO_INGREDIENT": (
        rows(Ingrediënten="1; 12"),
        (WAARSCHUWING, "Ingrediënten", "Activiteiten!C2"),
        "“12” is geen ingrediënt. De nummers zijn 1 t/m 11",
    ),
    "ALL": (
        rows(Ingrediënten="alle"),
        (WAARSCHUWING, "Ingrediënten", "Activiteiten!C2"),
        "“alle” herkennen we niet als ingrediënt. Noem de nummers, bijvoorbeeld 1; 5; 9",
    ),
    "NO_SEMICOLON": (
        rows(Ingrediënten="1-4"),
        (WAARSCHUWING, "Ingrediënten", "Activiteiten!C2"),
        "Zet een puntkomma tussen de ingrediënten: 1; 2; 3; 4 of 1; 4",
    ),
    "ONE_NUMBER": (
        rows(Ingrediënten=1.5),
        (WAARSCHUWING, "Ingrediënten", "Activiteiten!C2"),
        "Excel heeft hier één getal van gemaakt; noem de nummers, bijvoorbeeld 1; 5; 9",
    ),
    "NO_CROSS": (
        rows(**{"7": "misschien"}),
        (WAARSCHUWING, "7", "Activiteiten!C2"),
        "“misschien” is geen x, dus ingrediënt 7 telt hier niet mee. Zet een x of laat de cel leeg",
    ),
    "NO_PLACE_CODE": (
        rows(Gemeente="GM9999"),
        (WAARSCHUWING, "Gemeente", "Activiteiten!C2"),
        "“GM9999” is geen code van een gemeente: vul de naam in",
    ),
    "TWO_PLACES": (
        rows(Gemeente="Zevenhuizen"),
        (WAARSCHUWING, "Gemeente", "Activiteiten!C2"),
        "“Zevenhuizen” kan in Zuidplas of Westerkwartier liggen: noem de gemeente",
    ),
    "A_REGION": (
        rows(Gemeente="Holland Rijnland"),
        (WAARSCHUWING, "Gemeente", "Activiteiten!C2"),
        "“Holland Rijnland” is een arbeidsmarktregio: bij een activiteit hoort die in de kolom Arbeidsmarktregio",
    ),
    "A_MUNICIPALITY": (
        rows(Arbeidsmarktregio="Leiden"),
        (WAARSCHUWING, "Arbeidsmarktregio", "Activiteiten!C2"),
        "“Leiden” is een gemeente, geen arbeidsmarktregio",
    ),
    "NO_DEGREES": (
        rows(Breedtegraad="noord"),
        (WAARSCHUWING, "Breedtegraad", "Activiteiten!C2"),
        "“noord” is geen coördinaat in graden: hier past een getal van 50,5 tot 53,8",
    ),
    "ABROAD": (
        rows(Lengtegraad="12,5"),
        (WAARSCHUWING, "Lengtegraad", "Activiteiten!C2"),
        "“12,5” ligt buiten Nederland: hier past een getal van 3,2 tot 7,4",
    ),
    "TURNED_DEGREES": (
        rows(Breedtegraad="4,49"),
        (WAARSCHUWING, "Breedtegraad", "Activiteiten!C2"),
        "“4,49” ligt buiten Nederland",
    ),
    "NO_DATE": (
        rows(Start="binnenkort"),
        (WAARSCHUWING, "Start", "Activiteiten!C2"),
        "“binnenkort” is geen datum. Schrijf dag-maand-jaar, zoals 15-9-2026, of laat de cel leeg",
    ),
    "NO_DAY": (
        rows(Start="juni 2026"),
        (WAARSCHUWING, "Start", "Activiteiten!C2"),
        "We missen een dag: schrijf bijvoorbeeld 1-6-2026",
    ),
    "NO_DAY_OR_MONTH": (
        rows(Einde="2027"),
        (WAARSCHUWING, "Einde", "Activiteiten!C2"),
        "We missen een dag en een maand: schrijf bijvoorbeeld 31-12-2027",
    ),
    "NO_SUCH_DAY": (
        rows(Start="31-6-2026"),
        (WAARSCHUWING, "Start", "Activiteiten!C2"),
        "“31-6-2026” is geen datum die bestaat",
    ),
    "MONTH_BEFORE_DAY": (
        rows(Start="10/25/2026"),
        (WAARSCHUWING, "Start", "Activiteiten!C2"),
        "“10/25/2026” heeft de maand vóór de dag",
    ),
    "DOUBTFUL_DAY": (
        listed("Start", "4/25/2026", "25/4/2026", "9/5/2026"),
        (WAARSCHUWING, "Start", "Activiteiten!C4"),
        "“9/5/2026” kan 9 mei of 5 september 2026 zijn: in deze kolom staat soms de dag en soms de maand voorop. "
        "Schrijf de maand als woord, zoals 9 mei 2026",
    ),
    "YEAR_TYPED": (
        rows(Start=('s="1"', "<v>2028</v>")),
        (WAARSCHUWING, "Start", "Activiteiten!C2"),
        "Excel maakt van het getal 2028 de datum 20-07-1905. Is het jaar 2028 bedoeld? Typ ook een dag en een maand",
    ),
    "MONTH_TYPED": (
        rows(Start=('s="1"', "<v>202609</v>")),
        (WAARSCHUWING, "Start", "Activiteiten!C2"),
        "Excel maakt van het getal 202609 een datum in het jaar 2454: typ een dag, maand en jaar",
    ),
    "NUMBER_TYPED": (
        rows(Start=('s="1"', "<v>1000</v>")),
        (WAARSCHUWING, "Start", "Activiteiten!C2"),
        "26-09-1902 ligt te ver terug. Is hier een los getal getypt? Schrijf dag-maand-jaar, zoals 15-9-2026",
    ),
    "ENDS_BEFORE_START": (
        rows(Start="2-9-2026", Einde="1-9-2026"),
        (WAARSCHUWING, "Einde", "Activiteiten!D2"),
        "Einde ligt vóór Start en telt als niet ingevuld. Verbeter een van beide",
    ),
    "NO_SUCH_ID": (
        refers("Activiteit", "A9"),
        (WAARSCHUWING, "Activiteit", "Deelnames!A2"),
        "Geen activiteit met dit ID op het blad Activiteiten. Verbeter het of vul het daar aan",
    ),
    "SEVERAL_IDS": (
        refers("Activiteit", "Lunch", "Lunch", "Lunch"),
        (WAARSCHUWING, "Activiteit", "Deelnames!A2"),
        "Geen activiteit met dit ID op het blad Activiteiten. Bedoelt u B1 of B2?",
    ),
    "NO_END": (
        refers("Van", "Nergens"),
        (WAARSCHUWING, "Van", "Verbindingslijnen!B2"),
        "Dit is geen ID van een activiteit, geen gemeente en geen arbeidsmarktregio. Vul een van die drie in",
    ),
    "SEVERAL_ENDS": (
        refers("Van", "Lunch", "Lunch", "Lunch"),
        (WAARSCHUWING, "Van", "Verbindingslijnen!B2"),
        "Dit is geen ID van een activiteit, geen gemeente en geen arbeidsmarktregio. Bedoelt u B1 of B2?",
    ),
    "UNKNOWN_SHEET": (
        rows() | {"Begroting": [["Post", "Euro"], ["Lunch", 100]]},
        (OPMERKING, "", "Begroting!A1"),
        "Dit werkblad kennen we niet en lezen we niet. U kunt het laten staan",
    ),
    "UNKNOWN_COLUMN": (
        rows(Kleur="rood"),
        (OPMERKING, "Kleur", "Activiteiten!C1"),
        "Deze kolom kennen we niet en gebruiken we niet voor de cijfers. U kunt de kolom laten staan",
    ),
    "NO_HEADING": (
        rows(**{"": "rood"}),
        (OPMERKING, "", "Activiteiten!C1"),
        "Deze kolom heeft geen kop, dus lezen we die niet. Geef de kolom een kop of maak de cellen leeg",
    ),
    "ABOVE_HEADINGS": (
        {"Activiteiten": [["A0", "Eerder"], ["ID", "Naam"], ["A1", "Zorglab"]]},
        (OPMERKING, "", "Activiteiten!A1"),
        "Deze rij staat boven de kolomkoppen, dus lezen we die niet. Zet de rij eronder als die mee moet tellen",
    ),
    "TOTAL": (
        rows(["Totaal", "1"]),
        (OPMERKING, "", "Activiteiten!A3"),
        "Dit is een totaalrij en telt niet mee",
    ),
    "NOTE": (
        rows(["--- afgerond ---"]),
        (OPMERKING, "", "Activiteiten!A3"),
        "Deze rij lijkt een tussenkop of toelichting, en die telt niet mee. Moet de rij wel meetellen? Vul dan ID en "
        "Naam in",
    ),
    "MERGED_DOWN": (
        rows(["A2", "Fietslab", None], Gemeente="Gouda"),
        (OPMERKING, "Gemeente", "Activiteiten!C2"),
        "Deze cel is samengevoegd (C2:C3). De waarde telt op elk van die rijen",
        "C2:C3",
    ),
    "MERGED_ACROSS": (
        rows(Locatie="buurthuis", Opbrengst=None),
        (OPMERKING, "Locatie", "Activiteiten!C2"),
        "Deze cel is samengevoegd met die ernaast (C2:D2). De waarde telt alleen bij Locatie, niet bij Opbrengst",
        "C2:D2",
    ),
    "MERGED_OVER": (
        rows(["A2", "Fietslab", "Leiden"], Gemeente="Gouda"),
        (OPMERKING, "Gemeente", "Activiteiten!C3"),
        "Deze cel is samengevoegd met C2 en niet te zien, maar deze waarde telt",
        "C2:C3",
    ),
    "TEXT_BY_EXCEL": (
        rows(Locatie=date(2026, 5, 1)),
        (OPMERKING, "Locatie", "Activiteiten!C2"),
        "Excel heeft hier een datum van gemaakt. Typ een apostrof (') vóór de tekst om die te houden",
    ),
    "SAME_PARTNER": (
        rows() | {"Partners": [["ID", "Naam"], ["P1", "Zorgpunt"], ["P2", "Zorgpunt B.V."]]},
        (OPMERKING, "Naam", "Partners!B3"),
        "Deze naam staat ook op rij 2 (P1). Is dat dezelfde organisatie? Gebruik dan één ID: nu telt die als twee "
        "partners",
    ),
    "SAME_ACTIVITY": (
        rows(["A2", "Zorglab", "Gouda"], Gemeente="Gouda"),
        (OPMERKING, "Naam", "Activiteiten!B3"),
        "Naam, plaats en start zijn die van rij 2 (A1). Is dat dezelfde activiteit? Haal dan een van de twee weg",
    ),
    "READ_AS_TOWN": (
        rows(Gemeente="regio Leiden"),
        (OPMERKING, "Gemeente", "Activiteiten!C2"),
        "“regio Leiden” lezen we als de gemeente Leiden; is een regio bedoeld?",
    ),
    "OTHER_REGION": (
        rows(Gemeente="Gouda", Arbeidsmarktregio="Holland Rijnland"),
        (OPMERKING, "Arbeidsmarktregio", "Activiteiten!D2"),
        "CBS rekent Gouda tot Midden-Holland. De activiteit telt mee bij Holland Rijnland, omdat dat hier staat",
    ),
    "OUTSIDE_REGION": (
        rows(Gemeente="Utrecht", Arbeidsmarktregio="Holland Rijnland"),
        (OPMERKING, "Arbeidsmarktregio", "Activiteiten!D2"),
        "CBS rekent Utrecht niet tot Holland Rijnland. De activiteit telt daar wel mee, omdat dat hier staat",
    ),
    "LIKE_ANOTHER": (
        listed("College", "Techniek en ICT", "Techniek"),
        (OPMERKING, "College", "Activiteiten!C3"),
        "“Techniek” telt als een college apart. Is dit Techniek en ICT? Gebruik dan die naam",
    ),
    "READ_MONTH_FIRST": (
        listed("Start", "4/25/2026", "4/26/2026", "9/5/2026"),
        (OPMERKING, "Start", "Activiteiten!C4"),
        "In deze kolom staat de maand voorop, dus “9/5/2026” lezen we als 5 september 2026",
    ),
    "READ_DAY_FIRST": (
        listed("Start", "4/25/2026", *(f"{day}/4/2026" for day in range(20, 25)), "9/5/2026"),
        (OPMERKING, "Start", "Activiteiten!C8"),
        "In deze kolom staat soms de maand voorop, maar veel vaker de dag: “9/5/2026” lezen we als 9 mei 2026",
    ),
    "TURNED": (
        listed("Start", "4/25/2026", "4/26/2026", date(2026, 5, 9)),
        (OPMERKING, "Start", "Activiteiten!C4"),
        "Elders in deze kolom staat de maand voorop. Zijn hier dag en maand verwisseld?",
    ),
    "MONTH_SHOWN": (
        rows(Einde=('s="6"', "<v>46174</v>")),
        (OPMERKING, "Einde", "Activiteiten!C2"),
        "Deze cel toont jun-26, maar er staat 1-6-2026. Is de laatste dag bedoeld?",
    ),
    "OWN_COLUMN": (
        rows(**{"Thema's": "zorg; arbeidsmarkttransities"}),
        (OPMERKING, "Thema's", "Activiteiten!C2"),
        "“arbeidsmarkttransities” is het netwerkthema en heeft een eigen kolom. Haal het hier weg",
    ),
    "NO_LEVEL": (
        rows(Ingrediënten="3", Niveaus=""),
        (OPMERKING, "Niveaus", "Activiteiten!D2"),
        "Ingrediënt 3 (verschillende niveaus) is genoemd, maar er staat geen niveau bij. Vul Niveaus in, bijvoorbeeld "
        "tactisch; operationeel",
    ),
    "OLD": (
        rows(Bijgewerkt="1-9-2025"),
        (OPMERKING, "Bijgewerkt", "Activiteiten!C2"),
        "Langer dan een jaar niet bijgewerkt. Klopt de rij nog? Zet hier dan de datum van vandaag",
    ),
}


def read(sheets, merged=""):
    after = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    made = {name: making.sheet_xml(making.rows_xml(cells), after=after) for name, cells in sheets.items()}
    content = making.packed(making.parts(made, styles=MONTHS))
    source = Source(Path("register.xlsx"), "1", datetime(2026, 10, 1))
    register = build(read_content(content, wanted), source, PEILDATUM)
    assert_by_rules(register)
    return register


@pytest.mark.parametrize("name", Rule.__members__)
def test_a_small_workbook_reaches_each_rule(name):
    sheets, about, words, *merged = CASES[name]
    told = [
        ((f.severity, f.column, f.cell), f.message)
        for f in read(sheets, *merged).findings
        if (f.rule, f.cell) == (name, about[2])
    ]
    assert told == [(about, words)]


def test_no_case_is_about_a_rule_that_is_gone():
    assert CASES.keys() == Rule.__members__.keys()


def test_the_sample_is_told_by_rules():
    assert_by_rules(load(SAMPLE, today=PEILDATUM))


# ── An entry that lacks something ────────────────────────────────────────────────────────────────────────────────


def defined_with(old, new):
    """Import the rules with one of their lines changed."""
    source = Path(rules.__file__).read_text(encoding="utf-8")
    assert source.count(old) == 1
    exec(compile(source.replace(old, new), "rules.py", "exec"), {"__name__": rules.__name__})


WORDS, EXPLAINED = '"“{waarde}” heeft de maand vóór de dag"', '"De maand staat vóór de dag",'


def test_the_rules_are_defined():
    defined_with(EXPLAINED, EXPLAINED)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (WORDS, '""'),
        (EXPLAINED, '"",'),
        (WORDS, ""),
        (EXPLAINED, ""),
    ],
    ids=["empty words", "empty explanation", "no words", "no explanation"],
)
def test_an_entry_without_words_or_explanation_fails_at_import(old, new):
    with pytest.raises(TypeError):
        defined_with(old, new)


# ── Shown to people ──────────────────────────────────────────────────────────────────────────────────────────────


def test_the_readme_lists_what_is_checked():
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| Ernst | Waar | Wat |\n| --- | --- | --- |\n")[2].partition("\n\n")[0]
    told = [(severity, *line) for severity, lines in overview().items() for line in lines.items()]
    assert table.splitlines() == [f"| {' | '.join(row)} |" for row in told]


def test_the_sheet_uitleg_tells_what_is_checked_gravest_first():
    told = {heading: dict(lines) for heading, lines in GECONTROLEERD}
    assert list(told) == [
        "Een fout: de rij telt niet mee",
        "Een waarschuwing: de rij telt, de waarde is ‘Onbekend’ of telt als leeg",
        "Een opmerking: alles telt, het kan beter",
    ]
    assert told["Een fout: de rij telt niet mee"]["ID"] == (
        "De cel is samengevoegd met een eerdere rij. Het ID staat al op een eerdere rij van dit blad."
    )
    said = " ".join(line for lines in told.values() for line in lines.values())
    assert all(f"{rule.explained}." in said for rule in Rule)


def test_no_finding_repeats_an_address_that_stands_above_the_headings():
    above = [["jan@voorbeeld.example", "Eerder"], ["ID", "Naam"], ["A1", "Zorglab"]]
    assert [f.value for f in read({"Activiteiten": above}).findings] == ["[e-mailadres]"]

"""What can be given on the command line, and what is meant by it: a day, places, a meeting."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperOption

from lrn import clock, texts
from lrn import vocabulary as v
from lrn.cli.ending import USAGE, stop

if TYPE_CHECKING:  # pandas comes with it, and is imported while the register is read (see ``lrn.__main__``)
    from lrn.export.outside.formats import Format
    from lrn.selection import Selection
    from lrn.views.meetings import Meeting
    from lrn.views.sets import ViewSet

RegisterArgument = Annotated[
    Path, typer.Argument(metavar="REGISTER", help="Excel- of ODS-werkmap, of een map met csv-bestanden.")
]
PeildatumOption = Annotated[
    str, typer.Option(metavar="JJJJ-MM-DD", help="Dag waarop geteld wordt, of ‘alles’. Zonder: vandaag.")
]
VergelijkOption = Annotated[
    str,
    typer.Option(
        metavar="JAAR|KWARTAAL|JJJJ-MM-DD|STAND:DAG",
        help="Waarmee de cijfers worden vergeleken. Zonder: een jaar eerder. Standen staan in LRN_SNAPSHOTS.",
    ),
]
KoppelingOption = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND.toml",
        envvar="LRN_KOPPELING",
        show_envvar=False,
        help="Koppeling van kolommen en waarden. Zonder: die van LRN_KOPPELING, of REGISTER.koppeling.toml ernaast.",
    ),
]
LinkOption = Annotated[
    str, typer.Option(help="Adres van het dashboard of van deze weergave (knop Deel); de uitvoer verwijst er dan naar.")
]
ReeksOption = Annotated[
    str,
    typer.Option(metavar="NAAM", help="Eigen reeks van beelden, uit een bestand dat eindigt op .reeks.toml ernaast."),
]
NewSlidesArgument = Annotated[Path, typer.Argument(metavar="UIT.pptx")]
NewLetterArgument = Annotated[Path, typer.Argument(metavar="UIT", help="Naam.pptx of naam.pdf; met --alle een map.")]
NewExportArgument = Annotated[Path, typer.Argument(metavar="UIT")]
TabelOption = Annotated[str, typer.Option(metavar="TABEL")]
NewWorkbookArgument = Annotated[Path, typer.Argument(metavar="UIT.xlsx")]
JsonOption = Annotated[bool, typer.Option("--json", help="Schrijf JSON in plaats van tekst.")]


def selected(peildatum: str, vergelijk: str = "") -> Selection:
    """The selection of this day; stops with one sentence when any of it is not understood."""
    return compared(_day(peildatum), vergelijk)


def compared(peildatum: date | None, vergelijk: str) -> Selection:
    """The selection that compares with what *vergelijk* says; stops with one sentence when that is not understood."""
    from lrn.measures.compare.earlier import earlier, understood
    from lrn.register.reading.snapshot import from_environment
    from lrn.selection import JAAR, STAND, Selection

    asked = understood(vergelijk, from_environment()) if vergelijk else JAAR
    if asked is None:
        stop(
            f"Met “{vergelijk}” kan niet worden vergeleken: schrijf jaar, kwartaal, een dag als 2026-09-30, of "
            "stand:2026-09-30 voor een stand uit de map die LRN_SNAPSHOTS aanwijst.",
            USAGE,
        )
    selection = Selection(peildatum=peildatum, vergelijk=asked)
    if not asked.startswith(STAND) and (found := earlier(selection)) and found.asked != asked:
        stop(f"“{vergelijk}” ligt niet vóór de peildatum: kies een eerdere dag om mee te vergelijken.", USAGE)
    return selection


def _day(text: str) -> date | None:
    if text.casefold() == "alles":
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date() if text else clock.today()
    except ValueError:
        stop(f"“{text}” is geen peildatum: schrijf jaar-maand-dag, bijvoorbeeld 2026-10-01, of ‘alles’.", USAGE)


def day_of_slides(text: str) -> date | None:
    """A peildatum of this century (slides look back years before it), or None; else stops with one sentence."""
    day = _day(text)
    if day is not None and not 2000 <= day.year <= 2099:
        stop(f"“{text}” ligt te ver weg: kies voor dia's een peildatum van 2000 tot en met 2099.", USAGE)
    return day


def meeting_called(text: str) -> Meeting:
    """The meeting that *text* names, the usual one when it is empty; stops with one sentence when there is none."""
    from lrn.views import meetings

    if not text:
        return meetings.USUAL
    found = meetings.find(text)
    if found is None:
        stop(f"“{text}” is geen vergadering: kies {texts.choice(meetings.MEETINGS)}.", USAGE)
    return found


def set_called(text: str, vergadering: str, register: Path) -> ViewSet:
    """The own set beside *register* that *text* names, or where it is empty what the meeting *vergadering* shows.

    What is not right in the files there is told beside it. Stops with one sentence when there is no such set.
    """
    from lrn.views import set_files, sets

    if not text:
        return sets.ViewSet("", meeting_called(vergadering).key)
    if vergadering:
        stop("Kies een vergadering of een reeks: bij een reeks hoort al een vergadering.", USAGE)
    found = set_files.beside(register)
    named = sets.find(text, found.sets)
    for problem in found.problems:
        typer.echo(problem, err=True)
    if named is None:
        names = texts.choice(f"“{each.name}”" for each in found.sets)
        advice = f"kies {names}" if names else f"er staat geen bestand dat eindigt op {set_files.ENDING}"
        stop(f"“{text}” is geen reeks naast het register: {advice}.", USAGE)
    return named


def form_of(path: Path, table: str) -> tuple[Format, str]:
    """The form that the name of *path* asks for, and the table in it; stops with one sentence when there is none."""
    from lrn.export.outside import formats

    form = formats.of_name(path.name)
    if form is None:
        endings = texts.choice(each.ending for each in formats.FORMATS)
        stop(f"“{path}” is geen naam voor deze uitvoer: laat de naam eindigen op {endings}.", USAGE)
    try:
        return form, formats.holding(form, table)
    except ValueError as problem:
        stop(str(problem), USAGE)


class NamesChoices(TyperCommand):
    """A command whose help names what can be chosen: only then that is looked up, for it takes long."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        for param in self.params:
            if isinstance(param, TyperOption | TyperArgument) and param.metavar in _CHOICES:
                param.help = _CHOICES[param.metavar]()
        super().format_help(ctx, formatter)


def _meetings() -> str:
    from lrn.views.meetings import MEETINGS, USUAL

    return f"{texts.choice(MEETINGS)}. Zonder: {USUAL.key}."


def _forms() -> str:
    from lrn.export.outside.formats import FORMATS

    return f"De naam zegt voor welk programma: {texts.choice(f'{form.ending} ({form.opened_by})' for form in FORMATS)}."


def _tables() -> str:
    from lrn.export.outside.formats import FORMATS

    each = (f"{form.ending}: {texts.choice(form.holds)}" for form in FORMATS if form.holds)
    return f"Welke tabel er in het bestand komt. {'; '.join(each)}. Zonder: de eerste."


_CHOICES = {"VERGADERING": _meetings, "UIT": _forms, "TABEL": _tables}


def letter_place(name: str) -> str:
    """The code of the place called *name* that a letter can be about; stops with one sentence when there is none."""
    from lrn.export.slides import PLACES, letter_name

    meant = (v.REGIO_NAMEN.find(name), v.municipality_vocabulary().find(name))
    found = next((code for code in meant if code in PLACES), None)
    if found is None:
        choices = texts.choice(letter_name(code) for code in PLACES)
        stop(f"“{name}” is geen regio of gemeente van het netwerk: kies {choices}.", USAGE)
    return found

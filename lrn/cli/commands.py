"""The commands. Dutch for people, JSON for programs, with exit codes that can be relied on."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from lrn import clock, texts
from lrn.cli import answers
from lrn.cli.arguments import (
    JsonOption,
    KoppelingOption,
    LinkOption,
    NamesChoices,
    NewExportArgument,
    NewLetterArgument,
    NewSlidesArgument,
    NewWorkbookArgument,
    PeildatumOption,
    ReeksOption,
    RegisterArgument,
    TabelOption,
    VergelijkOption,
    compared,
    day_of_slides,
    form_of,
    selected,
    set_called,
)
from lrn.cli.ending import FOUTEN, OK, STOPPED, UNREADABLE, USAGE, stop
from lrn.cli.files import check_new, house_style, kept_state, read_register, write_back, write_new
from lrn.cli.narrowing import Given, narrowed, narrowing, of_content, of_set
from lrn.cli.renewing import grenzen
from lrn.cli.suggestions import suggestions
from lrn.cli.usage import UsageError, what_is_wrong
from lrn.register.load import give_back, keep, mark, propose
from lrn.register.matching.toml import to_toml
from lrn.register.model import Severity, Unreadable

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Het register van het Lerend Regionaal Netwerk: controleren en tellen, zonder scherm.",
)


@app.command()
def controle(register: RegisterArgument, koppeling: KoppelingOption = None, as_json: JsonOption = False) -> None:
    """Toon de bevindingen. Uitkomst 0: geen fouten, 1: fouten, 2: onleesbaar."""
    checked = read_register(register, koppeling)
    if as_json:
        typer.echo(answers.as_json(answers.findings(checked)))
    else:
        for line in answers.findings_as_text(checked):
            typer.echo(line)
    raise typer.Exit(FOUTEN if checked.findings_of(Severity.FOUT) else OK)


@app.command()
@narrowing
def cijfers(
    register: RegisterArgument,
    peildatum: PeildatumOption = "",
    vergelijk: VergelijkOption = "",
    koppeling: KoppelingOption = None,
    as_json: JsonOption = False,
    gekozen: Given | None = None,
) -> None:
    """Toon dezelfde cijfers als de pagina's, en wat erbij kwam en voorbij is."""
    from lrn.measures.summary import comparison, figures

    selection = selected(peildatum, vergelijk)
    kept, read = kept_state(selection), read_register(register, koppeling)
    selection = narrowed(selection, gekozen or {}, read)
    found, before = figures(read, selection), comparison(read, selection, kept)
    if as_json:
        typer.echo(answers.as_json(found | ({"vergelijking": before} if vergelijk else {})))
    else:
        typer.echo(answers.figures_as_text(found, before, selection))


@app.command(cls=NamesChoices)
@narrowing
def presentatie(
    register: RegisterArgument,
    uit: NewSlidesArgument,
    vergadering: Annotated[str, typer.Option(metavar="VERGADERING")] = "",
    reeks: ReeksOption = "",
    peildatum: PeildatumOption = "",
    vergelijk: VergelijkOption = "",
    koppeling: KoppelingOption = None,
    link: LinkOption = "",
    gekozen: Given | None = None,
) -> None:
    """Maak dia's voor een vergadering of van een eigen reeks; LRN_SJABLOON wijst een huisstijl aan (.pptx of .potx)."""
    from lrn.cli.progress import bar
    from lrn.export import slides

    chosen = set_called(reeks, vergadering, register)
    selection = compared(day_of_slides(peildatum), vergelijk)
    check_new(uit, ".pptx", "deze presentatie")
    found = read_register(register, koppeling)
    selection = narrowed(of_set(chosen, found, selection, peildatum, vergelijk), gekozen or {}, found)
    kept, meeting = kept_state(selection), chosen.shown
    template = house_style()
    with bar("Dia's maken") as told:
        content = slides.deck(found, selection, meeting=meeting, link=link, template=template, progress=told, kept=kept)
    write_new(uit, lambda path: path.write_bytes(content), ".pptx", "deze presentatie")
    typer.echo(f"De presentatie staat in {uit}: {chosen.name or meeting.name}, {' · '.join(selection.describe())}.")


@app.command()
@of_content
def brief(
    register: RegisterArgument,
    uit: NewLetterArgument,
    plaats: Annotated[str, typer.Option(help="Naam of code van een regio of gemeente van het netwerk.")] = "",
    alle: Annotated[bool, typer.Option("--alle", help="Van elke regio en gemeente één, in de map UIT.")] = False,
    peildatum: PeildatumOption = "",
    vergelijk: VergelijkOption = "",
    koppeling: KoppelingOption = None,
    link: LinkOption = "",
    gekozen: Given | None = None,
) -> None:
    """Maak een factsheet: één A4 over een regio of gemeente (.pptx, of .pdf met LibreOffice), of met --alle van elk."""
    from lrn.cli import letters
    from lrn.export import slides

    places = letters.places(plaats, uit, all_of_them=alle)
    selection = compared(day_of_slides(peildatum), vergelijk)
    kept, read = kept_state(selection), read_register(register, koppeling)
    asked = letters.Asked(read, narrowed(selection, gekozen or {}, read), link=link, style=house_style(), kept=kept)
    if alle:
        raise typer.Exit(letters.write_all(asked, places, uit))
    letters.write_one(asked, places[0], uit)
    typer.echo(f"De factsheet over {slides.letter_name(places[0])} staat in {uit}.")


@app.command(cls=NamesChoices)
@narrowing
def uitvoer(
    register: RegisterArgument,
    uit: NewExportArgument,
    peildatum: PeildatumOption = "",
    vergelijk: VergelijkOption = "",
    koppeling: KoppelingOption = None,
    link: LinkOption = "",
    tabel: TabelOption = "",
    gekozen: Given | None = None,
) -> None:
    """Neem een selectie mee naar Excel of een ander programma, zonder contactgegevens. De naam zegt welk programma."""
    from lrn.export.outside.asked import Asked

    form, table = form_of(uit, tabel)
    selection = selected(peildatum, vergelijk)
    kept, read = kept_state(selection), read_register(register, koppeling)
    selection = narrowed(selection, gekozen or {}, read)
    asked = Asked(read, selection, made=clock.now(), link=link, kept=kept, table=table)
    write_new(uit, lambda path: path.write_bytes(form.make(asked)), form.ending, "deze uitvoer")
    others = [each for each in form.holds if each != table]
    only = f", alleen {table} (--tabel kiest {texts.choice(others)})" if others else ""
    typer.echo(f"De uitvoer staat in {uit}: {' · '.join(selection.describe())}{only}.")


@app.command()
def voorbeeld(uit: NewWorkbookArgument) -> None:
    """Maak het voorbeeldregister: verzonnen gegevens, elke keer dezelfde."""
    from lrn.register.writing.sample import write_sample

    write_new(uit, write_sample)
    typer.echo(f"Het voorbeeldregister staat in {uit}.")


@app.command()
def sjabloon(uit: NewWorkbookArgument) -> None:
    """Maak een lege werkmap om zelf in te vullen, met uitleg en keuzelijsten."""
    from lrn.register.writing.template import template

    write_new(uit, lambda path: path.write_bytes(template()))
    typer.echo(f"Het sjabloon staat in {uit}; het eerste blad vertelt hoe u begint.")


@app.command()
def markeer(register: RegisterArgument, uit: NewWorkbookArgument, koppeling: KoppelingOption = None) -> None:
    """Geef de werkmap terug met een kleur en notitie op elke cel met een bevinding, en het blad ‘Te verbeteren’."""
    checked = read_register(register, koppeling)
    write_back(mark, register, uit, checked, koppeling)
    found = texts.count(len(checked.bevindingen), "bevinding", "bevindingen")
    typer.echo(f"De gemerkte werkmap staat in {uit}, met {found}.")


@app.command()
def koppel(
    register: RegisterArgument,
    uit: Annotated[Path, typer.Argument(metavar="UIT.toml")],
    koppeling: KoppelingOption = None,
) -> None:
    """Schrijf een voorstel: welke kolom van de werkmap welke van het register is. Een # vraagt om een keuze."""
    check_new(uit, ".toml", "deze koppeling")
    try:
        found = propose(register, koppeling=koppeling)
    except Unreadable as problem:
        stop(str(problem), UNREADABLE)
    about = f"Koppeling van “{register.name}”, voorgesteld op {texts.long_date(clock.today())}."
    suggested, with_proposal, without = suggestions(register, found)
    written = to_toml(found.matching, found, suggested=suggested, about=about)
    write_new(uit, lambda path: path.write_text(written, encoding="utf-8"), ".toml", "deze koppeling")
    for sentence in (*found.gone, *found.notes):
        typer.echo(sentence)
    typer.echo(f"De koppeling staat in {uit}.")
    asked = [texts.count(found.asked, "kolom", "kolommen")] if found.asked else []
    asked += [texts.count(with_proposal, "waarde", "waarden")] if with_proposal else []
    if asked:
        typer.echo(f"Een regel met # erin is een voorstel, dat geldt als u het # weghaalt: {texts.listing(asked)}.")
    if without:
        kinds = texts.count(without, "waarde herkennen we niet, en heeft", "waarden herkennen we niet, en hebben")
        typer.echo(f"{kinds} geen voorstel; u ziet ze met de opdracht controle.")


@app.command()
def herstel(register: RegisterArgument, uit: NewWorkbookArgument, koppeling: KoppelingOption = None) -> None:
    """Geef de werkmap terug in de vorm van het register, zoals gekoppeld, met elke wijziging op een blad."""
    read = read_register(register, koppeling)
    if read.proposal is None:
        stop(f"“{register.name}” heeft geen koppeling: maak die met python -m lrn koppel.", USAGE)
    write_back(give_back, register, uit, read, koppeling)
    typer.echo(f"De werkmap staat in {uit}, in de vorm van het register; het blad Wijzigingen noemt elke wijziging.")


@app.command()
def bewaar(
    register: RegisterArgument,
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Map met standen; de pagina zoekt in LRN_SNAPSHOTS.")],
    koppeling: KoppelingOption = None,
) -> None:
    """Bewaar de stand van het register als gedateerd Parquet-bestand, zonder contactgegevens."""
    try:
        kept = keep(register, folder, koppeling=koppeling)
    except Unreadable as problem:
        stop(str(problem), UNREADABLE)
    except OSError:
        stop(f"In “{folder}” kan niet worden geschreven: is het een map, en is die bereikbaar?", UNREADABLE)
    typer.echo(f"De stand is bewaard in {kept}.")


@app.command()
def dienst(
    poort: Annotated[int | None, typer.Option(metavar="POORT", help="Zonder: die van LRN_POORT, of 8501.")] = None,
    adres: Annotated[
        str, typer.Option(metavar="ADRES", help="Netwerkadres om op te luisteren. Zonder: dat van LRN_LUISTER.")
    ] = "",
) -> None:
    """Draai het dashboard voor anderen, als dienst op een server. In de README staat hoe u die instelt."""
    from lrn import settings

    given = {"LRN_POORT": str(poort) if poort is not None else "", "LRN_LUISTER": adres}
    os.environ |= {name: said for name, said in given.items() if said}
    try:
        found = settings.check()
        from lrn.service.run import CannotListen, serve
    except settings.SettingsError as problem:
        stop(str(problem), USAGE)
    typer.echo(f"Het dashboard luistert op http://{found.listen}:{found.port}, als {texts.choice(found.hosts)}.")
    try:
        serve(found)
    except CannotListen as problem:
        stop(str(problem), USAGE)


app.command()(grenzen)


def run() -> NoReturn:
    """Run the command line. A command that is not right gives a Dutch sentence and exit code 64."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a pipe on Windows is not, and cells hold any character
    from lrn.settings import SettingsError

    try:
        code = app(sys.argv[1:] or ["--help"], prog_name="python -m lrn", standalone_mode=False)
    except UsageError as problem:
        commands = [known.name or known.callback.__name__ for known in app.registered_commands if known.callback]
        wrong = what_is_wrong(problem, sys.argv[1:], commands)
        typer.echo(f"Zo kan de opdracht niet: {wrong}. Zie python -m lrn --help.".replace("?.", "?"), err=True)
        code = USAGE
    except SettingsError as problem:
        typer.echo(str(problem), err=True)
        code = USAGE
    except typer.Abort:  # Ctrl+C
        code = STOPPED
    sys.exit(code)

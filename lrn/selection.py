"""What a visitor has narrowed the register to: a frozen selection, and the narrower register it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.filters import FILTERS, Chosen
from lrn.once import once
from lrn.register.model import Register
from lrn.register.reading import snapshot

ALLE_DATA = "alles"
"""In an address: whatever the date."""

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
"""Between which days a peildatum lies, and what figures are compared with."""

JAAR, KWARTAAL, STAND = "jaar", "kwartaal", "stand:"
"""What figures can be compared with: a year before, the end of the quarter before, a kept state (by its name)."""

_COMPARED = {JAAR: "Een jaar eerder", KWARTAAL: "Vorig kwartaal"}


@dataclass(frozen=True)
class Selection(Chosen):
    """The filters that all pages share. Empty means everything; several values in one filter widen it.

    ``peildatum`` None counts every activity whatever its dates and status. ``regio`` holds place codes,
    ``gemeente`` GM codes, ``ingredient`` numbers; the others hold codes of the vocabulary or names as registered
    (:class:`lrn.filters.Chosen`). ``vergelijk`` narrows nothing: it says what the figures are compared with
    (:data:`JAAR`, :data:`KWARTAAL`, a day as 2026-09-30, or :data:`STAND` and the name of a kept state; see
    ``lrn.measures.compare.earlier``).
    """

    peildatum: date | None = None
    vergelijk: str = JAAR

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the filters that are set, apart from the peildatum."""
        return tuple(each.field for each in FILTERS if each.values(self))

    @property
    def by_content(self) -> bool:
        """Whether anything but place and peildatum narrows the register."""
        return any(each.values(self) for each in FILTERS if not each.place)

    @property
    def everywhere(self) -> Selection:
        """The same selection in every place."""
        return self.without(*(each.field for each in FILTERS if each.place))

    def without(self, *names: str) -> Selection:
        """The same selection with the named filters cleared."""
        defaults = Selection()
        return replace(self, **{name: getattr(defaults, name) for name in names})

    def on(self, peildatum: date | None) -> Selection:
        """The same selection on another peildatum."""
        return replace(self, peildatum=peildatum)

    def describe(self, today: date | None = None) -> list[str]:
        """The selection in Dutch, one short phrase per filter and a capital first, the peildatum last.

        Of a peildatum after *today* it says that it is still to come.
        """
        first, *rest = self.phrases(today)
        return [texts.capital(first), *rest]

    def phrases(self, today: date | None = None) -> list[str]:
        """What :meth:`describe` says, as it stands within a line: thema zorg, hele netwerk."""
        in_order = sorted(FILTERS, key=lambda each: not each.several)  # ja or nee last, as it reads on
        phrases = [texts.choice(map(each.say, chosen)) for each in in_order if (chosen := each.values(self))]
        date_phrase = f"peildatum {texts.long_date(self.peildatum)}" if self.peildatum else "ongeacht datum"
        if today and self.peildatum and self.peildatum > today:
            date_phrase += f", {texts.PLANNED}"
        return [*(phrases or ["hele netwerk"]), date_phrase]


def parameters(selection: Selection) -> dict[str, list[str]]:
    """The selection as it stands in an address: the values of each filter that is set, by query parameter."""
    values = {
        "peildatum": [selection.peildatum.isoformat()] if selection.peildatum else [],
        ALLE_DATA: [] if selection.peildatum else ["true"],
        **{each.field: [each.name(code) for code in each.values(selection)] for each in FILTERS},
        "vergelijk": _compared_in_address(selection.vergelijk),
    }
    return {name: chosen for name, chosen in values.items() if chosen}


def _compared_in_address(asked: str) -> list[str]:
    """A kept state stands there by its own name: what it is called on screen depends on the states beside it."""
    if asked == JAAR:
        return []
    return [asked if asked.startswith(STAND) else comparison_label(asked)]


def comparison_label(asked: str, states: Sequence[snapshot.Snapshot] = ()) -> str:
    """What figures are compared with, as it is offered.

    *asked* is a value of ``Selection.vergelijk``: a kept state is called by the moment that its workbook was changed,
    as it is told from the other *states* (:func:`lrn.register.reading.snapshot.names`).
    """
    if asked in _COMPARED:
        return _COMPARED[asked]
    if not asked.startswith(STAND):
        return f"{date.fromisoformat(asked):%d-%m-%Y}"
    key = asked.removeprefix(STAND)
    alone = snapshot.named(Path(f"{key}.parquet"))
    beside = [state for state in states if state.key == key] and states
    found = snapshot.names(beside or filter(None, [alone]))
    return next((f"Stand van {name}" for name, state in found.items() if state.key == key), asked)


def active_on(activiteiten: pd.DataFrame, day: date, *, status_of: date) -> pd.Series:
    """Which activities are *actief op de peildatum*, as a boolean series: the one place that decides.

    Start is empty or on/before *day*, Einde is empty or on/after it, and Status is not verkenning, afgerond or
    gestopt (design: words that have one meaning). Status tells of the day *status_of*
    (:attr:`lrn.register.model.Register.status_of`). On a day before it, what is afgerond or gestopt ran up to and
    including its Einde; without an Einde nobody knows until when, and it counts on no day (:func:`undated`).
    """
    moment = pd.Timestamp(day)
    start, end, status = activiteiten["start"], activiteiten["einde"], activiteiten["status"]
    over = undated(activiteiten) if day < status_of else status.isin(v.VOORBIJE_STATUSSEN)
    runs = (start.isna() | (start <= moment)) & (end.isna() | (end >= moment))
    return runs & ~over & ~status.isin([v.VERKENNING])


def undated(activiteiten: pd.DataFrame) -> pd.Series:
    """Which activities are afgerond or gestopt without an Einde, as a boolean series: nobody knows when they ran."""
    return activiteiten["status"].isin(v.VOORBIJE_STATUSSEN) & activiteiten["einde"].isna()


@once
def apply(selection: Selection, register: Register) -> Register:
    """The register narrowed to *selection*: its activities, and of the other frames the rows that belong to them.

    Partners are those that take part in one of the activities. A line stays when it exists on the peildatum and an
    end of it is one of the activities, or a place within the selection as long as only places are chosen.

    >>> from lrn.register.load import SAMPLE, load
    >>> day = date(2026, 11, 30)
    >>> register = load(SAMPLE, today=day)
    >>> len(apply(Selection(peildatum=day), register).activiteiten)
    90
    >>> len(apply(Selection(peildatum=day, regio=("AM20",)), register).activiteiten)
    18
    """
    return narrow(register, register.activiteiten[matches(selection, register)], selection)


def matches(selection: Selection, register: Register) -> pd.Series:
    """Which activities of *register* meet *selection*, as a boolean series."""
    frame = register.activiteiten
    keep = pd.Series(True, index=frame.index)
    if selection.peildatum is not None:
        keep &= active_on(frame, selection.peildatum, status_of=register.status_of)
    for each in FILTERS:
        if chosen := each.values(selection):
            keep &= each.holds(register, chosen)
    return keep


def narrow(register: Register, activiteiten: pd.DataFrame, selection: Selection) -> Register:
    """The register with only *activiteiten* (some of its rows) and what belongs to them."""
    ids = set(activiteiten["id"])
    deelnames = register.deelnames[register.deelnames["activiteit"].isin(ids)]
    return replace(
        register,
        activiteiten=activiteiten,
        ingredienten=register.ingredienten[register.ingredienten["activiteit"].isin(ids)],
        themas=register.themas[register.themas["activiteit"].isin(ids)],
        kenmerken=register.kenmerken[register.kenmerken["activiteit"].isin(ids)],
        deelnames=deelnames,
        partners=register.partners[register.partners["id"].isin(set(deelnames["partner"]))],
        verbindingslijnen=_lines(register.verbindingslijnen, ids, selection),
    )


def _lines(lines: pd.DataFrame, ids: set[str], selection: Selection) -> pd.DataFrame:
    keep = pd.Series(False, index=lines.index)
    for end in ("van", "naar"):
        kind, code = lines[f"{end}_soort"], lines[end]
        keep |= (kind == "activiteit") & code.isin(ids)
        if not selection.by_content:
            keep |= (kind == "gemeente") & _municipality_chosen(code, selection)
            keep |= (kind == "regio") & _region_chosen(code, selection)
            if not selection.regio and not selection.gemeente:
                keep |= kind == v.ONBEKEND  # an end that was not understood does not make the line disappear
    if selection.peildatum is not None:
        keep &= exist_on(lines, selection.peildatum)
    return lines[keep]


def exist_on(lines: pd.DataFrame, day: date) -> pd.Series:
    """Which lines there are on *day*, as a boolean series: those since then or before, or nobody knows since when."""
    return lines["sinds"].isna() | (lines["sinds"] <= pd.Timestamp(day))


def _municipality_chosen(codes: pd.Series, selection: Selection) -> pd.Series:
    chosen = pd.Series(True, index=codes.index)
    if selection.gemeente:
        chosen &= codes.isin(selection.gemeente)
    if selection.regio:
        chosen &= codes.map(v.place_of_municipality).isin(selection.regio)
    return chosen


def _region_chosen(codes: pd.Series, selection: Selection) -> pd.Series:
    if selection.gemeente:
        return pd.Series(False, index=codes.index)
    return codes.isin(selection.regio) if selection.regio else pd.Series(True, index=codes.index)

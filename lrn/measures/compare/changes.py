"""What happened between two states of the register, row by row.

A state is a register and a selection: two workbooks, or two peildata of one workbook, or both. Activities are matched
by their ID. Contact details are neither compared nor shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.filters import FILTERS
from lrn.measures.compare.versions import State, rows_in
from lrn.measures.rows import wording
from lrn.register.columns import ACTIVITEITEN, Column, Kind
from lrn.selection import Selection

SOORTEN: dict[str, str] = {
    "nieuw": "Nieuw",
    "voorbij": "Voorbij",
    "verplaatst": "Verplaatst",
    "gewijzigd": "Gewijzigd",
    "verbonden": "Verbonden",
    "losgeraakt": "Losgeraakt",
}
"""The kinds of change, in order: code and label on screen."""

_SEVERAL = (Kind.TERMS, Kind.INGREDIENTS)
_COMPARED = tuple(c for c in ACTIVITEITEN.shown if c.field not in ("id", "gemeente"))
# The columns that each filter looks at, apart from place and status, which have a phrase of their own.
_DECIDES: dict[str, tuple[str, ...]] = {
    "peildatum": ("start", "einde"),
    **{each.field: (each.column,) for each in FILTERS if not each.place and each.field != "status"},
}


def changes(before: State, after: State) -> pd.DataFrame:
    """What happened, one row per activity and kind of change: soort, id, naam, plaats, college, wat, rij_voor, rij_na.

    ``soort`` is one of :data:`SOORTEN`, in that order and then by name; ``wat`` says in Dutch what it was. Name,
    place (a code) and college are those of the later register, or of the earlier one for an activity that is gone.
    ``rij_voor`` and ``rij_na`` are its rows in both workbooks, missing where it is not in the workbook.

    - *nieuw*: counted after, not before; *voorbij*: the reverse.
    - *verplaatst*: counted in both, with another municipality or place.
    - *gewijzigd*: counted in both, with another value in any other column but the contact details. That Bijgewerkt
      changed is only said of an activity to which nothing else happened.
    - *verbonden* and *losgeraakt*: counted in both, with partners or lines gained or lost. A partner or an end of a
      line that was not understood is no connection (yet).
    """
    then, now = before.selected.activiteiten["id"].tolist(), after.selected.activiteiten["id"].tolist()
    early, late = set(then), set(now)
    both = [identity for identity in now if identity in early]
    moved = _moved(before, after, both)
    links_before, links_after = _links(before, both), _links(after, both)
    verbonden, losgeraakt = _beyond(links_after, links_before), _beyond(links_before, links_after)
    elsewhere = {*moved, *verbonden, *losgeraakt}
    found = {
        "nieuw": _arrived(before, after, [identity for identity in now if identity not in early]),
        "voorbij": _gone(before, after, [identity for identity in then if identity not in late]),
        "verplaatst": {identity: f"van {old} naar {new}" for identity, (old, new) in moved.items()},
        "gewijzigd": _altered(before, after, both, moved, elsewhere),
        "verbonden": {identity: f"nieuw: {'; '.join(named)}" for identity, named in verbonden.items()},
        "losgeraakt": {identity: f"niet meer: {'; '.join(named)}" for identity, named in losgeraakt.items()},
    }
    known = pd.concat([after.rows, before.rows[~before.rows.index.isin(after.rows.index)]])[
        ["naam", "plaats", "college"]
    ]
    names = known["naam"].to_dict()
    rows = [
        (soort, identity, wat)
        for soort in SOORTEN
        for identity, wat in sorted(found[soort].items(), key=lambda item: (names[item[0]].casefold(), item[0]))
    ]
    frame = pd.DataFrame(rows, columns=["soort", "id", "wat"], dtype=object)
    for field in ("naam", "plaats", "college"):
        frame[field] = pd.Series(known[field].reindex(frame["id"]).to_list(), dtype=object)
    frame["rij_voor"], frame["rij_na"] = rows_in(before.rows, frame["id"]), rows_in(after.rows, frame["id"])
    return frame[["soort", "id", "naam", "plaats", "college", "wat", "rij_voor", "rij_na"]]


def _arrived(before: State, after: State, ids: list[str]) -> dict[str, str]:
    """Per activity that is counted after but not before, why."""
    olds, news = _records(before, ids), _records(after, ids)
    altered = _deciding(before, after, ids, before.selection)
    since, until = before.selection.peildatum, after.selection.peildatum
    today = pd.Timestamp(after.register.checked_on)

    def why(identity: str) -> str:
        old, new = olds.get(identity), news[identity]
        if old is None:
            return "nieuw in het register"
        if since and until and new["start"] > pd.Timestamp(since):
            return f"{'begint' if new['start'] > today else 'gestart'} op {texts.long_date(new['start'])}"
        if since and old["einde"] == new["einde"] and new["einde"] < pd.Timestamp(since):  # a look back
            return f"{'loopt' if new['einde'] >= today else 'liep'} tot en met {texts.long_date(new['einde'])}"
        return _why_left_out(old, new, old, before.selection) or f"valt nu binnen de keuze{altered.get(identity, '')}"

    return {identity: why(identity) for identity in ids}


def _gone(before: State, after: State, ids: list[str]) -> dict[str, str]:
    """Per activity that is counted before but not after, why."""
    olds, news = _records(before, ids), _records(after, ids)
    altered = _deciding(before, after, ids, after.selection)
    until, today = after.selection.peildatum, pd.Timestamp(after.register.checked_on)

    def why(identity: str) -> str:
        old, new = olds[identity], news.get(identity)
        if new is None:
            return "niet meer in het register"
        if until and new["einde"] < pd.Timestamp(until):
            return f"{'eindigt' if new['einde'] >= today else 'geëindigd'} op {texts.long_date(new['einde'])}"
        if until and old["start"] == new["start"] and new["start"] > pd.Timestamp(until):  # a look back
            return f"{'begint' if new['start'] > today else 'begon'} pas op {texts.long_date(new['start'])}"
        if until and old["status"] == new["status"] and new["status"] in v.VOORBIJE_STATUSSEN:
            return f"inmiddels {wording.word(v.STATUSSEN, new['status']).lower()}"  # before the Einde that was planned
        return _why_left_out(old, new, new, after.selection) or f"valt nu buiten de keuze{altered.get(identity, '')}"

    return {identity: why(identity) for identity in ids}


def _records(state: State, ids: list[str]) -> dict[str, dict[str, Any]]:
    """By id, what decides on why an activity is or is not counted; only those that are in the register."""
    rows = state.rows[state.rows.index.isin(ids)]
    fields = ["status", "gemeente", "regio", "plaats", "start", "einde"]
    return dict(zip(rows.index, rows[fields].to_dict("records"), strict=True))


def _why_left_out(old: dict[str, Any], new: dict[str, Any], out: dict[str, Any], selection: Selection) -> str | None:
    """The change of status or place because of which *selection* counts the one but not *out*; None if neither."""
    by_status = (selection.peildatum is not None and out["status"] in (v.VERKENNING, *v.VOORBIJE_STATUSSEN)) or (
        bool(selection.status) and out["status"] not in selection.status
    )
    if by_status and old["status"] != new["status"]:
        return f"status van {wording.word(v.STATUSSEN, old['status'])} naar {wording.word(v.STATUSSEN, new['status'])}"
    by_place = (bool(selection.regio) and out["plaats"] not in selection.regio) or (
        bool(selection.gemeente) and out["gemeente"] not in selection.gemeente
    )
    if by_place and (old["gemeente"], old["plaats"]) != (new["gemeente"], new["plaats"]):
        return "verplaatst van {} naar {}".format(*wording.whereabouts(old, new))
    return None


def _deciding(before: State, after: State, ids: list[str], selection: Selection) -> dict[str, str]:
    """Per activity what differs in the columns that *selection* looks at, between brackets."""
    filters = [*selection.chosen, *(["peildatum"] if selection.peildatum else [])]
    fields = {field for name in filters for field in _DECIDES.get(name, ())}
    columns = [column for column in _COMPARED if column.field in fields]
    found = _differences(before, after, ids, columns)
    return {identity: f" ({'; '.join(phrases.values())})" for identity, phrases in found.items()}


def _moved(before: State, after: State, ids: list[str]) -> dict[str, tuple[str, str]]:
    """Per activity with another municipality or place, from where and to where."""
    fields = ["gemeente", "regio", "plaats"]
    then, now = before.rows.loc[ids, fields], after.rows.loc[ids, fields]
    differ = _differ(then["gemeente"], now["gemeente"]) | _differ(then["plaats"], now["plaats"])
    pairs = zip(then[differ].to_dict("records"), now[differ].to_dict("records"), strict=True)
    return {
        identity: wording.whereabouts(old, new) for identity, (old, new) in zip(now.index[differ], pairs, strict=True)
    }


def _altered(
    before: State, after: State, ids: list[str], moved: Container[str], elsewhere: Container[str]
) -> dict[str, str]:
    """Per activity what differs in its own columns. Of what *moved* the region is told there; *elsewhere* lists the
    activities of which another kind of change is told.
    """
    found = _differences(before, after, ids, _COMPARED)
    updated = after.rows["bijgewerkt"]
    result = {}
    for identity, phrases in found.items():
        if identity in moved:
            phrases.pop("regio", None)
        only_updated = phrases.keys() == {"bijgewerkt"} and identity not in elsewhere
        phrases.pop("bijgewerkt", None)
        if phrases:
            result[identity] = "; ".join(phrases.values())
        elif only_updated:
            day = updated[identity]
            result[identity] = (
                "alleen Bijgewerkt leeggemaakt" if pd.isna(day) else f"alleen bijgewerkt op {texts.long_date(day)}"
            )
    return result


def _differences(
    before: State, after: State, ids: Iterable[str], columns: Sequence[Column]
) -> dict[str, dict[str, str]]:
    """Per activity of *ids* that is in both registers, a phrase for each of the *columns* that differs, in order."""
    then, now = before.rows, after.rows
    common = set(then.index) & set(now.index)
    shared = [identity for identity in ids if identity in common]
    if not shared or before.register is after.register:
        return {}
    then, now = then.loc[shared], now.loc[shared]
    several = {column.field for column in columns if column.kind in _SEVERAL}
    gained, lost = (_by_column(one, other, several, set(shared)) for one, other in ((after, before), (before, after)))
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for column in columns:
        if column.kind in _SEVERAL:
            plus, minus = gained.get(column.field, {}), lost.get(column.field, {})
            for identity in [*plus, *(i for i in minus if i not in plus)]:
                words = [f"+ {word}" for word in wording.words(column, plus.get(identity, ()))]
                words += [f"− {word}" for word in wording.words(column, minus.get(identity, ()))]
                found[identity][column.field] = f"{column.header}: {', '.join(words)}"
        else:
            differ = _differ(then[column.field], now[column.field])
            pairs = zip(then.loc[differ, column.field], now.loc[differ, column.field], strict=True)
            for identity, (one, other) in zip(now.index[differ], pairs, strict=True):
                found[identity][column.field] = wording.from_to(column, one, other)
    return found


def _differ(then: pd.Series, now: pd.Series) -> np.ndarray:
    """Where two columns with the same index differ; missing is the same as missing."""
    return ((then != now) & ~(then.isna() & now.isna())).to_numpy(dtype=bool)


def _by_column(
    these: State, those: State, columns: set[str], ids: set[str]
) -> Mapping[str, Mapping[str, Sequence[Any]]]:
    """The values that only *these* have, by column with several of them and by activity."""
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for field, identity, value in these.values - those.values if columns else ():
        if field in columns and identity in ids:
            found[field][identity].append(value)
    return found


Links = dict[tuple[str, str, str], dict[str, str]]
"""Connections by (activity, kind of the other end, code of the other end): what to say of each, by partner or line."""


def _links(state: State, ids: list[str]) -> Links:
    """The partners and lines of the activities *ids* in one state."""
    links: Links = defaultdict(dict)
    wanted, register = set(ids), state.selected
    partners = dict(zip(register.partners["id"], register.partners["naam"], strict=True))
    pairs = [register.deelnames[column].tolist() for column in ("activiteit", "partner", "rol")]
    for identity, partner, rol in zip(*pairs, strict=True):
        if identity in wanted and partner in partners:
            links[identity, "partner", partner].setdefault(
                partner, wording.with_label(partners[partner], v.ROLLEN, rol)
            )
    names = state.rows["naam"].to_dict()
    for line in register.verbindingslijnen.to_dict("records"):
        for near, far in (("van", "naar"), ("naar", "van")):
            known = v.ONBEKEND not in (line[f"{far}_soort"], line[far])
            if known and line[f"{near}_soort"] == "activiteit" and line[near] in wanted:
                what = f"verbindingslijn met {wording.end_name(line[f'{far}_soort'], line[far], names)}"
                other = (line[near], line[f"{far}_soort"], line[far])
                links[other][line["id"]] = wording.with_label(what, v.LIJNVORMEN, line["vorm"])
    return links


def _beyond(these: Links, those: Links) -> dict[str, list[str]]:
    """Per activity what to say of the connections that only *these* have.

    A line is the same when it has its ID and ends; lines between the same ends that only got other IDs pair off.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for link, named in these.items():
        others = those.get(link, {})
        amount = len(named) - len(others)
        if amount > 0:
            extra = [what for identity, what in named.items() if identity not in others]
            found[link[0]] += extra[-amount:]
    return found

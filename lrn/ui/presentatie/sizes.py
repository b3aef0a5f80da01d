"""How large all is on the stage: type, charts and maps, by the screen of a meeting room."""

from __future__ import annotations

from dataclasses import replace

from lrn.ui.base.cache import View
from lrn.ui.presentatie import presenter

TYPE = 1.5  # times the usual size; chart labels are then 20 pixels, to be read at five metres on a meeting-room screen
SCREEN = 1080  # pixels: how high that screen is; on another one everything is as much larger or smaller
_ROOM = 800  # pixels of it between the title above a chart and the bar at the foot
MAP_HEIGHT = 470  # before it is magnified: with its title it fits on a meeting-room screen
TITLE, BENEATH = 0.14, 0.14  # of the room for a chart: what a title above it takes, and what is told beneath a map
PLACE = [3, 2]  # how wide the map of a place is, and what stands beside it


def enlarged(view: View, scale: float) -> View:
    """The same view, for an audience with its charts as large as the type and no higher than the screen (*scale*)."""
    if presenter.presents():
        return view
    return replace(view, magnify=TYPE * scale, room=round(_ROOM * scale))


def lower(view: View, by: float) -> View:
    """The same view with that part less of the room for a chart."""
    return replace(view, room=round(view.room * (1 - by))) if view.room else view

"""The keys of the stage, as presenters' remotes send them: hint, handler and tests all follow from this."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """What some keys do: ``does`` as ``stage.js`` calls it, ``pressed`` as browsers call them, and both in Dutch."""

    does: str
    pressed: tuple[str, ...]
    named: str
    told: str


KEYS = (
    Key("next", ("ArrowRight", "PageDown", " "), "→, PageDown of spatie", "volgende"),
    Key("previous", ("ArrowLeft", "PageUp"), "← of PageUp", "vorige"),
    Key("first", ("Home",), "Home", "eerste"),
    Key("last", ("End",), "End", "laatste"),
    Key("black", ("b", "B", "."), "B of punt", "zwart scherm"),
    Key("stop", ("Escape",), "Esc", "stoppen"),
)
STOP = "Esc"
"""The key that ends it, as Streamlit calls it: it works also where there is nothing to show."""

START = "F5"
"""With Shift: what remotes send for "from here on". F5 alone reloads the page, as everywhere."""


def pressed(*, pausing: bool) -> dict[str, str]:
    """What each key does; where the screen goes on by itself (*pausing*) the space bar has it wait."""
    return {name: key.does for key in KEYS for name in key.pressed if not (pausing and name == " ")}


def hint() -> str:
    """The keys in one line."""
    return " · ".join(f"{key.named}: {key.told}" for key in KEYS)

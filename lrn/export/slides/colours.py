"""Colours as the eye sees them: how far apart two are, and tints of one on which words can be read."""

from __future__ import annotations

import colorsys

from lrn import style


def _channels(colour: str) -> tuple[float, float, float]:
    value = colour.lstrip("#")
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""

    def luminance(colour: str) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def tints(accent: str) -> list[str]:
    """Five tints of *accent*, light to dark, on the darkest of which ink can still be read."""
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(accent))

    def tint(lightness: float) -> str:
        return "#{:02X}{:02X}{:02X}".format(*(round(c * 255) for c in colorsys.hls_to_rgb(hue, lightness, saturation)))

    darkest = 0.45
    while contrast(tint(darkest), style.INK) < 4.5:
        darkest += 0.01
    lightest = 0.9
    return [tint(lightest - (lightest - darkest) * step / 4) for step in range(5)]


def faint(colour: str) -> str:
    """*colour* (#RRGGBB) as :func:`lrn.style.faint` has it, over white: as #RRGGBB, which Office needs."""
    return "#{:02X}{:02X}{:02X}".format(*(round(255 * (1 - style.FAINT * (1 - c))) for c in _channels(colour)))

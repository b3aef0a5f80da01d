"""The table of Streamlit's English words: Streamlit still says each of them, and each has a meaning of its own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit
from streamlit.elements.exception import _GENERIC_UNCAUGHT_EXCEPTION_TEXT

from lrn.ui.browser import component

BUNDLE = Path(streamlit.__file__).parent / "static" / "static" / "js"
SCRIPT = (component.HERE / "words.js").read_text(encoding="utf-8").split("const TOLD")[0]
WORDS = dict(re.findall(r'^.*?"([^"\[]+)":\s*"([^"]+)"', SCRIPT, re.MULTILINE)) | dict(
    re.findall(r'[,{] "([^"\[]+)":\s*"([^"]+)"', SCRIPT)
)


@cache
def bundle() -> str:
    """All that Streamlit may say: the scripts of its page, and what its server says of a script that fails."""
    return _GENERIC_UNCAUGHT_EXCEPTION_TEXT + "".join(
        path.read_text(encoding="utf-8", errors="replace") for path in BUNDLE.glob("*.js")
    )


MADE_OF_PARTS = {
    "1 option available.": " available.",
    "{number} options available.": " available.",
    "1 result": " result",
    "Press Enter to apply": "Press Enter to ",
    "Cannot connect to Streamlit (HTTP status: {code}).\\n\\nIf you are trying to access a Streamlit app running on another "
    "server, this could be due to the app's": "If you are trying to access a Streamlit app running on another server, this "
    "could be due to the app's",
    "AxiosError: Network Error": "Network Error",
    "AxiosError: Request failed with status code {code}": "Request failed with status code",
}
"""What Streamlit puts together of words, and the longest of these."""


@pytest.mark.parametrize("said", WORDS)
def test_streamlit_says_it_still(said):
    longest = max(re.split(r"\{\w+\}", said), key=len).strip(" ,:")
    assert MADE_OF_PARTS.get(said, longest) in bundle()


@pytest.mark.parametrize("said", WORDS)
def test_what_is_between_braces_is_told_in_dutch_too(said):
    assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", WORDS[said]))

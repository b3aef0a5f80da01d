"""A box to drop a file in, without the line in English that says what may go in it."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.typing import UploadedFile

_WITHOUT_ENGLISH = "<style>[data-testid=stFileUploaderDropzoneInstructions] { display: none }</style>"


def box(label: str, **options: Any) -> UploadedFile | None:
    """What was dropped in the box, or None; *options* are those of ``st.file_uploader``."""
    st.html(_WITHOUT_ENGLISH)
    found: UploadedFile | None = st.file_uploader(label, **options)
    return found

"""What is done in the visitor's browser itself, beyond what Streamlit offers; ``FIXES`` says why, and until when."""

from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.column_types import ColumnConfig

__all__ = ["ColumnConfig", "DeltaGenerator"]

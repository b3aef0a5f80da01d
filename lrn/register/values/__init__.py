"""From the text of one cell to a value, and a remark where it was not understood."""

"""Gegevens, the part *Koppelen*: what the sheets, columns and values of a workbook mean."""

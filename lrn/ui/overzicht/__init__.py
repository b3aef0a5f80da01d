"""The page Overzicht: its drawer of rows."""

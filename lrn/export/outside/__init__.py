"""A selection in the form that other people's programs open: maps, graphs and tables."""

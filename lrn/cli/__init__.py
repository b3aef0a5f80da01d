"""The command line: ``python -m lrn …``."""

"""What is counted: pure functions from a (narrowed) register to a tidy frame with named columns.

A number is computed here and nowhere else, so that page, table, slide and command line cannot disagree.
"""

"""The rows behind a figure: which they are, as a person reads them, found by words, and one of them as a card."""

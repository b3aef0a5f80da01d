"""The page Gegevens: the state of the register, findings, freshness, changes through time."""

"""The page Kaart: what is looked at, and what stands around the map."""

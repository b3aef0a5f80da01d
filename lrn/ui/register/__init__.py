"""The page Register: the list, and the page around it."""

"""The page Ingrediënten, part by part."""

"""The page Partners, part by part."""

"""Workbooks that the product writes itself: the template with its lists and guide, and the invented sample."""

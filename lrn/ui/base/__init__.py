"""What every page stands on: navigation, filters, cache, the workbook on trial, escaping, and what a page has on paper."""

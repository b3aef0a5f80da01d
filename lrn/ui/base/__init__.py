"""What every page stands on: navigation, filters, cache, the workbook on trial, escaping, what is for paper only."""

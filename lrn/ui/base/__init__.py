"""What every page stands on: navigation, filters, cache, the workbook in preview, escaping, what is for paper only."""

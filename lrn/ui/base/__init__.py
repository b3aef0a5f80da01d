"""What every page stands on: navigation, filters, cache, the workbook on trial, escaping and printing."""

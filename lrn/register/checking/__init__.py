"""From the texts of a workbook to rows that count, rows that are left out with a reason, and findings."""

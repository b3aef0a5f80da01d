"""How much a workbook may hold: one with more is refused, for it must be read, checked and kept within bounds."""

FILE_LIMIT = 100 * 1024**2  # bytes as stored
SHEETS_LIMIT = 200
ROW_LIMIT = 150_000  # the last row; what is read must still be checked
COLUMN_LIMIT = 702  # the last column: ZZ
CELL_LIMIT = 10_000_000  # rows × columns of all sheets together
FINDINGS_LIMIT = 500_000  # all of them are kept by the server, and nobody mends more
ANSWER_LIMIT = 192 * 1024**2  # bytes for the server, which needs four times as many; 100,000 rows × 28 columns: 63 MB

"""Tables have a header for each column, and every row has as many cells as there are headers."""

from __future__ import annotations

from collections.abc import Iterator

from ..prose import Table, tables
from ..site import Page
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        for table in tables(page.body, page.body_line):
            yield from _problems(page, table)


def _problems(page: Page, table: Table) -> Iterator[Found]:
    if table.header is None:
        remedy = "write a first row that names the columns, and under it a row like | --- | --- |"
        yield Found(page.path, table.line, "this table has no header row", remedy)
        return
    for number, cell in enumerate(table.header, 1):
        if not cell:
            message = f"column {number} of this table has no name"
            yield Found(page.path, table.line, message, "write it in the first row")
    for line, cells in table.rows:
        if len(cells) != len(table.header):
            message = f"this row has {len(cells)} cells, and the table {len(table.header)} columns"
            yield Found(page.path, line, message, "put one | between every two cells")


RULE = Rule(
    code="C007",
    name="table-headers",
    why="A screen reader says a column's name before each cell; without it a table is a heap of words.",
    remedy="name every column in the first row",
    find=find,
)

"""What is no drawing, as HTML: tables, and a list of the pictures that cannot be drawn yet."""

from collections.abc import Iterable
from dataclasses import replace
from html import escape

from autograder.charts import Chart, Table

TITLE = "Not drawn yet"
# Over what scrolls where there is little room: phones show no bar to scroll with.
WIDER = '<div class="wider" style="display:none">it goes on to the right →</div>'
WHY = "A picture is drawn once the functions that it shows give something to draw."


def undrawn(charts: Iterable[Chart]) -> list[str]:
    """For each chart that is empty its title, and the first reason for that."""
    return [": ".join([chart.title, *chart.reasons[:1]]) for chart in charts if chart.empty]


def told_once(charts: Iterable[Chart]) -> list[Chart]:
    """The charts that are not empty; what is wrong with a function is told at the first of them."""
    told: set[str] = set()
    shown = []
    for chart in charts:
        if not chart.empty:
            new = [doubt for doubt in chart.doubts if doubt not in told]
            again = [doubt.partition(" ")[0] for doubt in chart.doubts if doubt in told]
            told.update(new)
            if again:
                new.append(f"As above, not right yet: {', '.join(again)}")
            shown.append(replace(chart, doubts=tuple(new)))
    return shown


def as_list(lines: Iterable[str]) -> str:
    """Lines of text as a list in HTML."""
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def as_table(table: Table, classes: str = "") -> str:
    """A table in HTML.

    Args:
        table: its words; which of them are good or bad is not shown.
    """
    head = "".join(f"<th>{escape(word)}</th>" for word in table.header)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(word)}</td>' for word in row)}</tr>" for row in table.rows
    )
    start = f'<table class="{classes}">' if classes else "<table>"
    return f"{start}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

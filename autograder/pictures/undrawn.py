"""Pictures of which nothing can be drawn: a list of them, and no empty boxes."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from autograder.charts import Chart

TITLE = "Not drawn yet"
WHY = "A picture is drawn once the functions that it shows give something to draw."


def undrawn(charts: Iterable[Chart]) -> list[str]:
    """For each chart that is empty its title, and the first reason for that."""
    return [": ".join([chart.title, *chart.reasons[:1]]) for chart in charts if chart.empty]


def as_list(lines: Iterable[str]) -> str:
    """The same as HTML."""
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"

"""What a picture shows, as plain frozen data: no drawing and no asking of anybody.

A picture of an assignment computes numbers from what the student's functions returned and puts
them into a `Chart`; how one is drawn is elsewhere (`pictures/svg.py`) and knows of no assignment.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.numerics import Array
from autograder.student.calls import Student

# How a line is drawn, beside its colour: nothing may hang on the colour alone.
SOLID, DASHED, DOTTED = "solid", "dashed", "dotted"
SMALLEST = 1e-12  # 0 has no place on a logarithmic axis: it is drawn at the bottom edge


@dataclass(frozen=True, slots=True)
class PlotLine:
    """A curve through points.

    Attributes:
        name: what the legend says; empty for a line that needs no entry of its own.
        x, y: (n,) coordinates; points that are not finite are left out.
        colour: which of the colours of the palette, from 0.
        dash: SOLID, DASHED or DOTTED.
        width: in points.
        markers: whether the points themselves are drawn.
    """

    name: str
    x: Array
    y: Array
    colour: int = 0
    dash: str = SOLID
    width: float = 1.6
    markers: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A histogram: heights (n,) between edges (n + 1,)."""

    edges: Array
    heights: Array
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """One set of axes.

    Attributes:
        title: says which case it is.
        x_label, y_label: in words, with the unit.
        marks: what is drawn, the first at the bottom.
        x_log, y_log: whether an axis is logarithmic.
        x_range, y_range: limits of the axes; None fits them to the marks.
        absent: why there is nothing to draw; then it is written in place of the drawing.
        remark: a few words written into the axes.
    """

    title: str
    x_label: str = ""
    y_label: str = ""
    marks: tuple[PlotLine | Bars, ...] = ()
    x_log: bool = False
    y_log: bool = False
    x_range: tuple[float, float] | None = None
    y_range: tuple[float, float] | None = None
    absent: str = ""
    remark: str = ""

    @property
    def visible(self) -> bool:
        """Whether a mark of it has a place: all its numbers may be infinite, or none at all."""
        return any(
            np.isfinite(mark.heights).any()
            if isinstance(mark, Bars)
            else (np.isfinite(mark.x) & np.isfinite(mark.y)).any()
            for mark in self.marks
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words, each with whether it is good (True), bad (False) or neither (None)."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    verdicts: tuple[bool | None, ...] = ()
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: a title, what to look for, a grid of panels or a table, and all of it in words.

    Attributes:
        title: one line.
        caption: what to look for, in a sentence or two.
        rows: the panels, row by row.
        table: instead of panels.
        alt: the numbers that are drawn, for those who cannot see them.
        doubts: what is wrong with the functions that it was drawn with, a sentence each.
        name: of its picture.
    """

    title: str
    caption: str
    rows: tuple[tuple[Panel, ...], ...] = ()
    table: Table | None = None
    alt: str = ""
    doubts: tuple[str, ...] = ()
    name: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing of it can be drawn."""
        if self.table is not None:
            return bool(self.table.absent)
        return all(panel.absent for row in self.rows for panel in row)

    @property
    def reasons(self) -> list[str]:
        """Why parts of it are not drawn."""
        found = [panel.absent for row in self.rows for panel in row if panel.absent]
        if self.table is not None and self.table.absent:
            found.append(self.table.absent)
        return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class NoData:
    """Stands where a part of a picture has no data."""

    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """Data for one part of a picture.

    Attributes:
        name: how `Picture.chart` finds it.
        needs: the student's functions that have a hand in it; all must be there.
        ask: computes the data from what the student's functions return.
    """

    name: str
    needs: tuple[str, ...]
    ask: Callable[[Student], Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that an assignment has.

    Attributes:
        name: what `show` calls it; its file's name without an ending.
        parts: what it is made of; each may be absent by itself.
        chart: puts the data (or `NoData`) of every part, by its name, into a chart.
    """

    name: str
    parts: tuple[Part, ...]
    chart: Callable[[Mapping[str, Any]], Chart] = field(compare=False)


def lines_of(
    curves: Sequence[Array], x: Array, *, names: Sequence[str], nested: bool
) -> tuple[PlotLine, ...]:
    """One line for each curve, told apart by colour and dash.

    Args:
        curves: (n,) each.
        x: (n,).
        names: for the legend; empty ones have no entry.
        nested: the curves lie on one another: later ones are thinner, so that all stay visible.
    """
    dashes = (SOLID, DASHED, DOTTED)
    count = len(curves)
    return tuple(
        PlotLine(
            name,
            x,
            curve,
            i,
            SOLID if nested else dashes[i % 3],
            1.2 + 1.5 * (count - 1 - i) if nested else 1.8,
        )
        for i, (name, curve) in enumerate(zip(names, curves, strict=True))
    )


def three_digits(value: float) -> str:
    """Three significant digits; whole numbers as they are, and what is not finite by its name."""
    if not math.isfinite(value):
        return f"{value}"
    if value == round(value) and abs(value) < 1e5:
        return f"{value:.0f}"
    size = math.floor(math.log10(abs(value)))
    return f"{value:.{max(0, 2 - size)}f}" if -3 <= size < 5 else f"{value:.1e}"


def three_digits_each(values: Iterable[float]) -> str:
    """The same, in a row."""
    return ", ".join(three_digits(float(value)) for value in values)


def share(value: float) -> str:
    """A share in per cent."""
    return f"{100 * value:.0f} %"

"""Draws a chart with Matplotlib, as PNG."""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.charts import DASHED, DOTTED, SOLID, Bars, Chart, Line, Panel, Table
from autograder.pictures.palette import PALETTE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, PANEL_HEIGHT = 9.6, 2.6  # inches
DASHES: dict[str, Any] = {SOLID: "-", DASHED: (0, (4, 2)), DOTTED: (0, (1, 1.6))}
MARKERS = "osD^v<"
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",  # comes with Matplotlib, so that it looks alike everywhere
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#dddddd",
    "grid.linewidth": 0.6,
    "axes.unicode_minus": False,
}


class NoMatplotlib(RuntimeError):
    """Matplotlib is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "pictures need Matplotlib: pip install 'weight-init-autograder[show]', or --format svg"
        )


def draw(chart: Chart, dpi: int = 100) -> bytes:
    """The bytes of a PNG file; the same chart gives the same bytes.

    Raises:
        NoMatplotlib: it is not installed.
    """
    try:
        import matplotlib
    except ImportError as error:
        raise NoMatplotlib from error
    with matplotlib.rc_context(STYLE):
        sink = io.BytesIO()
        figure_of(chart).savefig(sink, format="png", dpi=dpi, metadata=_metadata(chart))
    return sink.getvalue()


def figure_of(chart: Chart) -> Figure:
    """The chart as a figure of Matplotlib's; neither pyplot nor a backend of the user's is touched.

    Raises:
        ImportError: Matplotlib is not installed.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, _height(chart)), layout="constrained")
    FigureCanvasAgg(figure)
    _title(figure, chart)
    if chart.table is not None:
        _table(figure.add_subplot(), chart.table)
    else:
        _grid(figure, chart)
    return figure


def _metadata(chart: Chart) -> dict[str, Any]:
    return {"Title": chart.title, "Description": chart.alt or chart.caption, "Software": None}


def _height(chart: Chart) -> float:
    if chart.table is not None:
        return 1.3 + 0.3 * (len(chart.table.rows) + 1)
    return 0.9 + PANEL_HEIGHT * len(chart.rows)


def _title(figure: Figure, chart: Chart) -> None:
    caption = textwrap.fill(chart.caption, 125)
    figure.suptitle(f"{chart.title}\n", x=0.01, ha="left", fontsize=12, fontweight="bold")
    figure.supxlabel(caption, x=0.01, ha="left", fontsize=9, color="#333333")


def _grid(figure: Figure, chart: Chart) -> None:
    grids = figure.subfigures(len(chart.rows), 1, squeeze=False)
    for row, panels in enumerate(chart.rows):
        axes = grids[row, 0].subplots(1, len(panels), squeeze=False)[0]
        for axis, panel in zip(axes, panels, strict=True):
            _panel(axis, panel)


def _panel(axes: Axes, panel: Panel) -> None:
    remark = f"\n{panel.remark}" if panel.remark else ""
    axes.set_title(panel.title + remark, fontsize=9, loc="left", linespacing=1.3)
    if panel.absent:
        _written_instead(axes, panel.absent)
        return
    axes.set_xlabel(panel.x_label)
    axes.set_ylabel(panel.y_label)
    if panel.x_log:
        axes.set_xscale("log")
    if panel.y_log:
        axes.set_yscale("log")
    for at, mark in enumerate(panel.marks):
        _mark(axes, mark, at)
    if panel.x_range:
        axes.set_xlim(*panel.x_range)
    if panel.y_range:
        axes.set_ylim(*panel.y_range)
    if any(isinstance(mark, Line) and mark.name for mark in panel.marks):
        axes.legend(fontsize=7, ncols=2 if len(panel.marks) > 4 else 1, framealpha=0.8)


def _mark(axes: Axes, mark: Line | Bars, at: int) -> None:
    colour = PALETTE[mark.colour % len(PALETTE)]
    if isinstance(mark, Bars):
        axes.stairs(mark.heights, mark.edges, fill=True, color=colour, alpha=0.85)
        return
    there = np.isfinite(mark.x) & np.isfinite(mark.y)
    axes.plot(
        mark.x[there],
        mark.y[there],
        color=colour,
        linestyle=DASHES[mark.dash],
        linewidth=mark.width,
        marker=MARKERS[at % len(MARKERS)] if mark.markers else "",
        markersize=4,
        label=mark.name or None,
    )


def _written_instead(axes: Axes, reason: str) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    axes.grid(visible=False)
    axes.set_facecolor("#f3f3f3")
    words = "\n".join(textwrap.wrap(f"Nothing to draw: {reason}", 34))
    axes.text(0.5, 0.5, words, transform=axes.transAxes, ha="center", va="center", wrap=True)


def _table(axes: Axes, table: Table) -> None:
    from matplotlib.transforms import Bbox

    if table.absent:
        _written_instead(axes, table.absent)
        return
    axes.axis("off")
    drawn = axes.table(
        [list(row) for row in table.rows],
        colLabels=list(table.header),
        loc="center",
        cellLoc="left",
        bbox=Bbox.unit(),
    )
    drawn.auto_set_font_size(False)
    drawn.set_fontsize(8.5)
    drawn.auto_set_column_width(list(range(len(table.header))))
    for (row, _), cell in drawn.get_celld().items():
        cell.set_linewidth(0.4)
        cell.PAD = 0.02
        cell.set_edgecolor("#cccccc")
        if row == 0:
            cell.set_text_props(fontweight="bold", ha="left")
        elif table.verdicts[row - 1] is False:
            cell.set_facecolor("#fbe7d8")

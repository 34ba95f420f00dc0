"""Draws a chart as a small SVG of its own: 2 ms a picture, where Matplotlib needs half a second.

Text stays text, colours are the palette's, ink and paper are `currentColor` and transparent, so
that a picture in a page follows its light or dark theme. Everything that is written goes through
`escape`.
"""

import textwrap
from html import escape

import numpy as np

from autograder.charts import DASHED, DOTTED, SOLID, Bars, Chart, Panel, PlotLine, Table
from autograder.pictures.scale import Scale

# Colours that colour-blind eyes and grey print tell apart (Okabe and Ito, "Color Universal Design",
# 2008), without the yellow, which is lost on white; the orange and sky blue are darkened until they
# reach a contrast of 3:1 with white.
PALETTE = ("#0072b2", "#c45500", "#00806b", "#a3407c", "#3f9bcb", "#222222")
WIDTH, PANEL_HEIGHT = 720, 190  # pixels, before it is scaled to the page
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 34, 36  # around the axes of a panel
DASHES = {SOLID: "", DASHED: "6 4", DOTTED: "1.5 3"}
LETTER = 5.3  # width of a letter of the small text, about
# The same in tables, where words stand beside each other: the widest of 34 cells had 5.4 in DejaVu
# Sans, and of the bold heads 6.0.
TABLE_LETTER, BOLD_LETTER, GAP = 5.6, 6.2, 8.0


def to_svg(chart: Chart, *, standalone: bool = False, width: int = WIDTH) -> str:
    """The chart as an SVG element.

    Args:
        standalone: a file of its own: with the title, the caption, a background and a colour for
            the ink. In a page a table is the page's own, so a chart that is one gives "".
        width: of the drawing, in units of which a letter is 10 high: the narrower, the larger
            everything is where the page sets its size.
    """
    if chart.table is not None and not standalone:
        return ""
    pieces, top = _heading(chart) if standalone else ([], 0.0)
    for row in chart.rows:
        share = width / len(row)
        pieces += [_panel(panel, i * share, top, share) for i, panel in enumerate(row)]
        top += PANEL_HEIGHT
        if entries := _legend_entries(row):
            pieces.append(_legend(entries, top))
            top += 18
    if chart.table is not None:
        drawn, top = _table(chart.table, top)
        pieces.append(drawn)
    if standalone:
        lines = textwrap.wrap(chart.caption, 118)
        pieces += _lines(lines, 6, top + 16)
        top += 16 + 14 * len(lines)
    return _element(chart, "".join(pieces), (width, top), standalone=standalone)


def _heading(chart: Chart) -> tuple[list[str], float]:
    """A ground, the title and what is wrong with the functions that were drawn with; and where the
    drawing goes on."""
    top = 28.0
    ground = '<rect width="100%" height="100%" fill="#fff"/>'
    pieces = [ground, _text(6, 18, chart.title, "start", size=14, weight="bold")]
    lines = [line for doubt in chart.doubts for line in textwrap.wrap(doubt, 112)]
    if not lines:
        return pieces, top
    box = f'<rect x="0" y="{top:.0f}" width="4" height="{14 * len(lines) + 4}" fill="#c45500"/>'
    return [*pieces, box, *_lines(lines, 12, top + 13)], top + 14 * len(lines) + 10


def _lines(lines: list[str], x: float, top: float) -> list[str]:
    return [_text(x, top + 14 * i, line, "start", size=11) for i, line in enumerate(lines)]


def _element(chart: Chart, body: str, size: tuple[int, float], *, standalone: bool) -> str:
    width, height = size
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" role="img"'
    if standalone:
        head += f' width="{width}" height="{height:.0f}" color="#222"'
    label = escape(f"{chart.title}. {chart.alt or '; '.join(chart.reasons)}", quote=True)
    return (
        f'{head} aria-label="{label}" font-family="sans-serif" font-size="10" '
        f'fill="currentColor">{body}</svg>'
    )


def _table(table: Table, top: float) -> tuple[str, float]:
    """The table, of which long words go on in the next line, and where the drawing goes on."""
    if table.absent:
        words = _instead(table.absent, WIDTH - 12, 20)
        return f'<g transform="translate(6 {top:.0f})">{words}</g>', top + 20
    widths = _column_widths(table)
    starts = [6 + sum(widths[:i]) for i in range(len(widths))]
    pieces = []
    for number, row in enumerate((table.header, *table.rows)):
        weight = "" if number else "bold"
        letter = TABLE_LETTER if number else BOLD_LETTER
        cells = [
            textwrap.wrap(word, max(1, int((width - GAP) / letter + 0.01)))
            for word, width in zip(row, widths, strict=True)
        ]
        height = 7 + 13 * max(1, *map(len, cells))
        if number and table.verdicts[number - 1] is False:
            pieces.append(
                f'<rect y="{top:.0f}" width="{WIDTH}" height="{height}" fill="#c45500" '
                'fill-opacity=".18"/>'
            )
        pieces += [
            _text(x, top + 14 + 13 * i, line, "start", size=10, weight=weight)
            for x, lines in zip(starts, cells, strict=True)
            for i, line in enumerate(lines)
        ]
        top += height
        pieces.append(f'<path d="M0 {top:.0f}H{WIDTH}" stroke="currentColor" stroke-opacity=".2"/>')
    return "".join(pieces), top


def _column_widths(table: Table) -> list[float]:
    """What each column needs; where that is too much together, the widest have less."""
    columns = zip(*table.rows, strict=True)
    needs = [
        GAP + max(BOLD_LETTER * len(head), *(TABLE_LETTER * len(word) for word in words))
        for head, words in zip(table.header, columns, strict=True)
    ]
    room, widths = WIDTH - 12.0, [0.0] * len(needs)
    for left, column in zip(range(len(needs), 0, -1), np.argsort(needs), strict=True):
        widths[column] = min(needs[column], room / left)
        room -= widths[column]
    return widths


# --- one panel ----------------------------------------------------------------------------------


def _panel(panel: Panel, x: float, y: float, width: float) -> str:
    inner, height = width - LEFT - RIGHT, PANEL_HEIGHT - TOP - BOTTOM
    at = f'<g transform="translate({x + LEFT:.1f} {y + TOP:.0f})">'
    title = _text(-6, -19, panel.title, "start", size=11, weight="bold")
    if panel.absent:
        return at + title + _instead(panel.absent, inner, height) + "</g>"
    across, up = _scales(panel, inner, height)
    pieces = [
        at,
        title,
        _text(-6, -6, panel.remark, "start"),
        _axes(panel, across, up, inner, height),
    ]
    pieces += [
        _bars(mark, across, up) if isinstance(mark, Bars) else _line(mark, across, up)
        for mark in panel.marks
    ]
    pieces.append("</g>")
    return "".join(pieces)


def _scales(panel: Panel, width: float, height: float) -> tuple[Scale, Scale]:
    x_low, x_high = _finite(panel.x_range) or _extent(panel, "x", log=panel.x_log)
    y_low, y_high = _finite(panel.y_range) or _extent(panel, "y", log=panel.y_log)
    return (
        Scale(x_low, x_high, 0.0, width, log=panel.x_log),
        Scale(y_low, y_high, height, 0.0, log=panel.y_log),
    )


def _finite(given: tuple[float, float] | None) -> tuple[float, float] | None:
    return given if given and np.isfinite(given).all() else None


# Beyond it, or closer together than one part in that, numbers of a student's are drawn at an edge:
# an axis has a length, and steps that can be told apart.
LARGEST = 1e300


def _extent(panel: Panel, axis: str, *, log: bool) -> tuple[float, float]:
    arrays = []
    for mark in panel.marks:
        if isinstance(mark, Bars):
            arrays.append(mark.edges if axis == "x" else np.append(mark.heights, 0.0))
        else:
            arrays.append(mark.x if axis == "x" else mark.y)
    values = np.concatenate([a[np.isfinite(a)] for a in arrays]) if arrays else np.array([])
    if log:
        values = np.maximum(values[values > 0], 1 / LARGEST)
    if not values.size:
        return (1.0, 10.0) if log else (0.0, 1.0)
    low, high = np.clip([values.min(), values.max()], -LARGEST, LARGEST).tolist()
    if high - low < 1 / LARGEST or high - low < 1e-12 * max(abs(low), abs(high)):
        return (low / 2, high * 2) if log else (low - 0.5, high + 0.5)
    return low, high


def _axes(panel: Panel, across: Scale, up: Scale, width: float, height: float) -> str:
    grid, labels = [], []
    for pixel, label in across.ticks():
        grid.append(f"M{pixel:.1f} 0V{height}")
        labels.append(_text(pixel, height + 12, label, "middle"))
    for pixel, label in up.ticks():
        grid.append(f"M0 {pixel:.1f}H{width:.1f}")
        labels.append(_text(-4, pixel + 3.5, label, "end"))
    return "".join(
        [
            f'<path d="{"".join(grid)}" stroke="currentColor" stroke-opacity=".15" fill="none"/>',
            f'<path d="M0 0V{height}H{width:.1f}" stroke="currentColor" fill="none"/>',
            *labels,
            _text(width / 2, height + 26, panel.x_label, "middle"),
            _text(
                0, 0, panel.y_label, "middle", turn=f"translate(-36 {height / 2:.0f}) rotate(-90)"
            ),
        ]
    )


def _line(mark: PlotLine, across: Scale, up: Scale) -> str:
    there = np.isfinite(mark.x) & np.isfinite(mark.y)
    points = np.stack([across.pixels(mark.x[there]), up.pixels(mark.y[there])], axis=1)
    stroke, dash = _stroke(mark)
    path = "M" + "L".join(["%.1f %.1f"] * len(points)) % tuple(points.flat)
    markers = ""
    if mark.markers:
        dots = '<circle cx="%.1f" cy="%.1f" r="2.4"/>' * len(points) % tuple(points.flat)
        markers = f'<g fill="{stroke}">{dots}</g>'
    drawn = f'stroke="{stroke}" stroke-width="{mark.width:.1f}"{dash}'
    return f'<path d="{path}" fill="none" {drawn}/>{markers}'


def _stroke(line: PlotLine) -> tuple[str, str]:
    """A line's colour, the last being that of the text, and its dashes as an attribute."""
    number = line.colour % len(PALETTE)
    dash = f' stroke-dasharray="{DASHES[line.dash]}"' if DASHES[line.dash] else ""
    return "currentColor" if number == len(PALETTE) - 1 else PALETTE[number], dash


def _bars(mark: Bars, across: Scale, up: Scale) -> str:
    xs, ys = across.pixels(mark.edges), up.pixels(mark.heights)
    bottom = up.pixels(np.zeros(1))[0]
    steps = "".join(f"V{y:.1f}H{x:.1f}" for x, y in zip(xs[1:], ys, strict=True))
    colour = PALETTE[mark.colour % len(PALETTE)]
    return f'<path d="M{xs[0]:.1f} {bottom:.1f}{steps}V{bottom:.1f}Z" fill="{colour}"/>'


def _instead(reason: str, width: float, height: float) -> str:
    lines = textwrap.wrap(f"Nothing to draw: {reason}", max(12, int(width / LETTER)))[:8]
    first = height / 2 - 6.5 * (len(lines) - 1)
    words = [_text(width / 2, first + 13 * i, line, "middle") for i, line in enumerate(lines)]
    box = (
        f'<rect width="{width:.1f}" height="{height}" fill="currentColor" fill-opacity=".05" '
        'stroke="currentColor" stroke-opacity=".4" stroke-dasharray="4 4"/>'
    )
    return box + "".join(words)


# --- around the panels --------------------------------------------------------------------------


def _legend_entries(row: tuple[Panel, ...]) -> list[PlotLine]:
    found: dict[str, PlotLine] = {}
    for panel in row:
        for mark in panel.marks:
            if isinstance(mark, PlotLine) and mark.name:
                found.setdefault(mark.name, mark)
    return list(found.values())


def _legend(entries: list[PlotLine], top: float) -> str:
    pieces, x = [], float(LEFT)
    for line in entries:
        stroke, dash = _stroke(line)
        pieces.append(
            f'<path d="M{x:.0f} {top + 6:.0f}h22" stroke="{stroke}" '
            f'stroke-width="{min(line.width, 5):.1f}"{dash}/>'
        )
        pieces.append(_text(x + 27, top + 9.5, line.name, "start"))
        x += 44 + LETTER * len(line.name)
    return "".join(pieces)


def _text(
    x: float, y: float, words: str, anchor: str, *, size: int = 0, weight: str = "", turn: str = ""
) -> str:
    if not words:
        return ""
    extra = f' font-size="{size}"' if size else ""
    extra += f' font-weight="{weight}"' if weight else ""
    extra += f' transform="{turn}"' if turn else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}"{place}{extra}>{escape(words)}</text>'

"""The same pictures in a notebook: `show()`."""

import inspect
from collections.abc import Sequence
from html import escape
from typing import Any

from autograder.charts import Chart
from autograder.fronts.kernel import (
    assignment_here,
    interrupts_told,
    notebook_student,
    reading_files,
)
from autograder.grading.case_sets import CaseChoice
from autograder.grading.examiner import Examiner
from autograder.pictures.gallery import Doubts, charts, pictures_of
from autograder.pictures.in_html import TITLE, WIDER, as_list, as_table, told_once, undrawn
from autograder.pictures.svg import to_svg
from autograder.refusals import Refusal
from autograder.student.host.remote import RemoteStudent


class ShownCharts:
    """Charts that a notebook draws; as text they are their numbers."""

    def __init__(self, shown: Sequence[Chart]) -> None:
        self.charts = tuple(shown)

    def _repr_html_(self) -> str:
        pieces = [_figure(chart) for chart in told_once(self.charts)]
        missing = undrawn(self.charts)
        return (
            _STYLE
            + "".join(pieces)
            + (f"<p><b>{TITLE}</b></p>{as_list(missing)}" if missing else "")
        )

    def __repr__(self) -> str:
        pieces = [
            "\n".join([chart.title, *chart.doubts, chart.caption, chart.alt])
            for chart in told_once(self.charts)
        ]
        missing = undrawn(self.charts)
        return "\n\n".join(pieces + (["\n  ".join([TITLE, *missing])] if missing else []))


# Colours are the notebook's own, light or dark. Where it is narrow a picture scrolls, rather than
# being too small to read, and says so. Jupyter itself would have the words of a table on the right,
# and all its columns of one width.
_STYLE = (
    "<style>.autograder-table{border-collapse:collapse;width:100%;table-layout:auto!important}"
    ".autograder-table th,.autograder-table td{text-align:left!important;padding:.2em .6em .2em 0;"
    "vertical-align:top}.autograder-figure{container-type:inline-size}"
    "@container (max-width:36em){.autograder-figure .wider{display:block!important}"
    ".autograder-table{font-size:.85em}}</style>"
)


def _figure(chart: Chart) -> str:
    if chart.table is not None:
        drawing, wider, numbers = as_table(chart.table, "autograder-table"), "", ""
    else:
        drawing, wider = f'<div style="min-width:36em">{to_svg(chart)}</div>', WIDER
        numbers = f"<details><summary>the numbers</summary>{escape(chart.alt)}</details>"
    doubts = "".join(
        f'<p style="border-left:.3em solid #c45500;padding-left:.7em">{escape(doubt)}</p>'
        for doubt in chart.doubts
    )
    return (
        '<figure class="autograder-figure" style="max-width:46em;margin:0 0 2em">'
        f"<p><b>{escape(chart.title)}</b></p>{doubts}{wider}"
        f'<div style="overflow-x:auto" tabindex="0">{drawing}</div>'
        f"<figcaption>{escape(chart.caption)}{numbers}</figcaption></figure>"
    )


def show(
    *names: str, assignment: str | None = None, namespace: dict[str, Any] | None = None
) -> ShownCharts:
    """Pictures of the network whose functions are defined in this notebook.

    Exercises that the notebook does not define are read from the files in its folder.

    Args:
        names: which pictures ("neurons", "slopes", …); all by default.
        assignment: whose pictures; by default of the one that the notebook's folder is named for.
        namespace: where the functions are; by default the caller's globals.

    Raises:
        Refusal: there is no picture, or no assignment, of that name.
        Stopped: the user interrupted the kernel.
    """
    if reading_files():
        return ShownCharts(())
    found = assignment_here(assignment)
    pictures = pictures_of(found)
    known = [picture.name for picture in pictures]
    for name in names:
        if name not in known:
            raise Refusal(f"there is no picture {name!r}; there are {', '.join(known)}")
    here = _callers_globals() if namespace is None else namespace
    wanted = [picture for picture in pictures if not names or picture.name in names]
    with interrupts_told():
        backend, absent = notebook_student(found, here, found.functions())
        examiner = Examiner(found, RemoteStudent(backend), CaseChoice(), absent)
        results = examiner.judge(check for check in found.checks if not check.end_to_end)
        doubts = Doubts.of(results, found)
        return ShownCharts(charts(lambda: RemoteStudent(backend), wanted, doubts, found.right))


def _callers_globals() -> dict[str, Any]:
    frame = inspect.currentframe()
    caller = frame and frame.f_back and frame.f_back.f_back
    return caller.f_globals if caller else {}

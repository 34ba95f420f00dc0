"""Which pictures are drawn, and what is written in place of a wrong one."""

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from click.testing import CliRunner

from autograder.catalogue import find_assignment
from autograder.charts import Chart, NoData, Panel, Part, Picture, PlotLine, Table
from autograder.grading.case_sets import CaseChoice
from autograder.grading.submission import graded
from autograder.handins.submission import HandIn, Submission, from_files
from autograder.pictures.commands import page, show
from autograder.pictures.gallery import Doubts, charts, charts_of, charts_while, pictures_of
from autograder.pictures.notebook import ShownCharts
from autograder.pictures.notebook import show as show_here
from autograder.pictures.svg import to_svg
from autograder.student.calls import TimedOut
from autograder.student.host.cold import ColdProcess
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.process import StudentProcess
from autograder.student.host.remote import RemoteStudent
from autograder.student.limits import Limits
from autograder.student.lockdown import probe
from tests.corpora import as_scripts, right_texts

ASSIGNMENT = find_assignment("weight_init")
ALL = ["neurons", "distances", "histograms", "slopes", "surprise", "predictions"]


def _charts(**appended: str) -> dict[str, Chart]:
    texts = right_texts()
    for exercise, text in appended.items():
        texts[exercise] += "\n\n" + text
    submission = from_files("someone", as_scripts(texts), ASSIGNMENT.exercises)
    return {chart.name: chart for chart in charts_of(submission, ASSIGNMENT)}


def test_assignment_has_its_pictures() -> None:
    assert [picture.name for picture in pictures_of(ASSIGNMENT)] == ALL


@pytest.fixture(scope="module")
def right() -> dict[str, Chart]:
    return _charts()


def test_a_right_submission_has_all_of_them(right: dict[str, Chart]) -> None:
    assert list(right) == ALL
    assert not any(chart.reasons for chart in right.values())


def test_a_wrong_initializer_is_drawn_as_it_is_with_what_is_wrong() -> None:
    drawn = _charts(
        initializers="def zeros_init(fan_in, fan_out):\n    return np.ones((fan_in, fan_out))\n"
    )
    chart = drawn["neurons"]
    assert len(chart.rows[0][0].marks) == 6
    (doubt,) = chart.doubts
    assert doubt.startswith("zeros_init is not right yet: ")
    assert doubt[:40] in to_svg(chart, standalone=True)
    assert not drawn["slopes"].doubts


def test_where_a_wrong_function_raises_a_right_one_stands_in() -> None:
    drawn = _charts(backprop="def layer_forward(h, W, b):\n    return h @ W + b.reshape(-1, 1)\n")
    chart = drawn["neurons"]
    assert len(chart.rows[0][0].marks) == 6
    (doubt,) = chart.doubts
    assert doubt.startswith("layer_forward is not right yet: ")
    assert doubt.endswith("; drawn with a right one in its place")
    assert chart.caption.endswith(" That is how it is with right functions.")


def test_what_is_zero_is_no_measure_and_gives_no_empty_axes() -> None:
    drawn = _charts(
        initializers="def normal_init(i, o, std, rng):\n    return np.zeros((i, o))\n",
        backprop="def tanh_grad(a):\n    return 0 * a\n",
    )
    panels = [panel for row in drawn["surprise"].rows for panel in row]
    assert [panel.visible for panel in panels] == [True, True]
    assert "nan" not in drawn["surprise"].alt
    assert drawn["surprise"].doubts[0].endswith("; drawn with a right one in its place")
    low, high = drawn["distances"].rows[0][0].y_range  # all is rounding noise
    assert high - low >= 1


def test_axes_that_would_hold_nothing_are_a_reason() -> None:
    line = PlotLine("", np.array([1.0]), np.array([np.nan]))
    here = PlotLine("", np.array([1.0]), np.array([2.0]))
    chart = Chart("", "", ((Panel("a", marks=(line,)), Panel("b", marks=(line, here))),))
    (drawn,) = charts(
        lambda: RemoteStudent(NotebookBackend({}, {})),
        [Picture("a", (), lambda parts: chart)],
        Doubts(),
    )
    assert drawn.reasons == ["none of its numbers is finite"]
    assert not drawn.empty


def test_a_missing_function_is_named() -> None:
    drawn = _charts(backprop="del train\n")
    assert drawn["neurons"].reasons == ["train is not there"]
    assert {row[3] for row in drawn["predictions"].table.rows} == {"train is not there"}
    assert not drawn["surprise"].reasons


def test_the_stub_draws_nothing(tmp_path: Path) -> None:
    (tmp_path / "backprop.py").write_text("def train(*args):\n    raise NotImplementedError\n")
    submission = from_files(
        "stub", {"backprop.py": (tmp_path / "backprop.py").read_bytes()}, ASSIGNMENT.exercises
    )
    drawn = charts_of(submission, ASSIGNMENT)
    assert not any(panel.marks for chart in drawn for row in chart.rows for panel in row)
    assert all(chart.reasons for chart in drawn)


def test_a_submission_that_hangs_while_it_is_drawn() -> None:
    slow = (
        "_train = train\n"
        "def train(params, X, y, activation, learning_rate, steps):\n"
        "    while steps > 140:\n        pass\n"
        "    return _train(params, X, y, activation, learning_rate, steps)\n"
    )
    texts = right_texts()
    texts["backprop"] += "\n\n" + slow
    submission = from_files("slow", as_scripts(texts), ASSIGNMENT.exercises)
    limits = Limits(call_seconds=1.0, total_seconds=20.0)
    drawn = {chart.name: chart for chart in charts_of(submission, ASSIGNMENT, limits=limits)}
    assert "did not come to an end" in drawn["neurons"].reasons[0]
    assert not drawn["slopes"].reasons


def in_two_forms(worse: bytes) -> Submission:
    """Right work below, and a file at the top that counts less."""
    files = as_scripts(right_texts())
    below = HandIn("backprop", "weight_init/backprop.py", files["backprop.py"])
    found = from_files("ann", files | {"backprop.py": worse}, ASSIGNMENT.exercises)
    return Submission("ann", (*found.files, below))


def test_the_better_form_is_drawn() -> None:
    assert not any(chart.reasons for chart in charts_of(in_two_forms(b"x = 1\n"), ASSIGNMENT))


def test_shared_parts_are_asked_once() -> None:
    asked = []
    part = Part("only", (), lambda student: asked.append(1))
    chart = lambda parts: Chart("x", "")
    pictures = [Picture("a", (part,), chart), Picture("b", (part,), chart)]
    charts(lambda: RemoteStudent(NotebookBackend({}, {})), pictures, Doubts())
    assert asked == [1]


def test_what_needs_a_missing_function_is_not_asked() -> None:
    part = Part("only", ("f",), lambda student: pytest.fail("it was asked"))
    seen = []
    picture = Picture("a", (part,), lambda parts: seen.append(parts) or Chart("a", ""))
    doubts = Doubts({"f": ("is not there", "are not there")})
    charts(lambda: RemoteStudent(NotebookBackend({}, {})), [picture], doubts)
    assert seen == [{"only": NoData("f is not there")}]


def test_of_many_functions_some_are_named() -> None:
    not_there, unwritten = ("is not there", "are not there"), ("is not written", "are not written")
    part = Part("only", tuple("abcdefg"), lambda student: pytest.fail("it was asked"))
    seen = []
    picture = Picture("a", (part,), lambda parts: seen.append(parts) or Chart("a", ""))
    doubts = Doubts(
        dict.fromkeys("abcd", not_there) | dict.fromkeys("ef", unwritten) | {"g": ("hangs", "hang")}
    )
    charts(lambda: RemoteStudent(NotebookBackend({}, {})), [picture], doubts)
    (found,) = seen
    assert found["only"].reason == "a, b and 2 more are not there; e and f are not written; g hangs"


EMPTY = Chart("A title", "A caption", ((Panel("p", absent="f hangs"), Panel("q", absent="no")),))
DRAWN = Chart(
    "Another", "What to see", ((Panel("p"), Panel("q", absent="g is not there")),), name="y"
)


def test_a_picture_of_empty_boxes_is_a_line_and_no_picture() -> None:
    shown = ShownCharts([EMPTY, DRAWN])
    for text in (repr(shown), shown._repr_html_(), page([EMPTY, DRAWN])):
        assert text.index("Another") < text.index("Not drawn yet") < text.index("A title: f hangs")
        assert "What to see" in text
        assert "A caption" not in text
    assert page([EMPTY]).count("<svg") == 0
    assert "Not drawn yet" not in page([DRAWN]) + repr(ShownCharts([DRAWN]))


def test_what_is_wrong_is_told_at_the_first_picture_only() -> None:
    first = replace(DRAWN, doubts=("f is not right yet: 1",))
    second = replace(DRAWN, doubts=("f is not right yet: 1", "g is not right yet: 2"))
    unseen = replace(EMPTY, doubts=("g is not right yet: 2",))
    for text in (repr(ShownCharts([unseen, first, second])), page([unseen, first, second])):
        assert text.count("f is not right yet: 1") == text.count("g is not right yet: 2") == 1
        assert text.count("As above, not right yet: f") == 1


def test_a_passing_report_leaves_no_doubt() -> None:
    assert Doubts.of([], ASSIGNMENT) == Doubts()


# --- drawing ------------------------------------------------------------------------------------

HOSTILE = '<script>alert(1)</script>" onload="alert(2)'


def test_svg_escapes_every_word() -> None:
    x = np.array([0.0, 1.0])
    panels = (
        Panel(HOSTILE, HOSTILE, HOSTILE, (PlotLine(HOSTILE, x, x),), remark=HOSTILE),
        Panel(HOSTILE, absent=HOSTILE),
    )
    text = to_svg(Chart(HOSTILE, HOSTILE, (panels,), alt=HOSTILE), standalone=True)
    root = ElementTree.fromstring(text)
    kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert kinds == {"svg", "g", "path", "text", "rect"}
    assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)


def test_no_word_of_a_table_runs_into_the_next_or_out_of_it() -> None:
    reason = "init_params, forward and 5 more are not written yet; sigmoid_grad does not end"
    rows = (
        ("W1 one random column repeated", "neurons become different", "not yet", reason),
        ("everything zero", "W1 moves", "yes", "no (0, to rounding)"),
    )
    table = Table(("start", "question", "you predicted", "your network"), rows, (None, False))
    drawn = ElementTree.fromstring(to_svg(Chart("x", "x", table=table), standalone=True))
    words = [
        (float(text.attrib["y"]), float(text.attrib["x"]), str(text.text))
        for text in drawn.iter("{http://www.w3.org/2000/svg}text")
        if text.attrib.get("font-size") == "10"
    ]
    starts = [*sorted({x for _, x, _ in words}), 720.0]
    last = " ".join(word for _, x, word in sorted(words) if x == starts[3])
    assert last == f"your network {reason} no (0, to rounding)"
    assert {"neurons become different", "W1 moves"} <= {word for *_, word in words}  # there is room
    for _, x, word in words:
        assert x + 5.4 * len(word) < starts[starts.index(x) + 1]  # 5.4: measured in a browser


def test_svg_leaves_out_what_is_not_finite() -> None:
    line = PlotLine("", np.array([0.0, 1.0, 2.0]), np.array([0.0, np.nan, 1.0]))
    assert "nan" not in to_svg(Chart("x", "", ((Panel("x", marks=(line,)),),)))


EXTREMES = [0.0, 5e-324, -5e-324, 1.0, 1.0 + 1e-15, 1.7e308, -1.7e308, np.inf, -np.inf, np.nan]


def require_finite(svg: str) -> None:
    for element in ElementTree.fromstring(svg).iter():
        for name, value in element.attrib.items():
            assert not re.search(r"nan|inf", value), (element.tag, name, value)


@pytest.mark.parametrize("first", EXTREMES)
def test_any_two_numbers_can_be_drawn(first: float) -> None:
    for second, log in itertools.product(EXTREMES, (False, True)):
        line = PlotLine("", np.array([first, second]), np.array([first, second]))
        panel = Panel("", marks=(line,), y_log=log, x_log=log)
        ranges = [given for given in ((first, second), (1e-300, second)) if 0 < given[0] < given[1]]
        for one in (panel, *(replace(panel, y_range=given) for given in ranges)):
            with np.errstate(all="ignore"):
                require_finite(to_svg(Chart("x", "", ((one,),)), standalone=True))


def test_what_students_compute_is_drawn_however_large() -> None:
    alternating = "lambda p, t: {k: v * 1e150 ** (t % 3) * (-1) ** t for k, v in p.items()}"
    drawn = _charts(
        initializers="def normal_init(i, o, s, r): return np.full((i, o), 1.7e308)",
        backprop=f"def train(p, X, y, a, r, s): return [({alternating})(p, t) for t in range(151)]",
    )
    assert len(drawn) == 6
    assert drawn["surprise"].doubts[0].endswith("; drawn with a right one in its place")
    assert drawn["slopes"].doubts[0].endswith("; drawn in part with a right one in its place")
    for chart in drawn.values():
        if chart.table is None:
            require_finite(to_svg(chart, standalone=True))


def test_command_writes_a_page_or_a_file_for_each(tmp_path: Path) -> None:
    for name, data in as_scripts(right_texts()).items():
        (tmp_path / name).write_bytes(data)
    for form, names in {"html": ["index"], "svg": sorted(ALL)}.items():
        out = tmp_path / form
        result = CliRunner().invoke(show, [str(tmp_path), "--out", str(out), "--format", form])
        assert result.exit_code == 0, result.output
        assert sorted(path.stem for path in out.iterdir()) == names
    page = (tmp_path / "html" / "index.html").read_text(encoding="utf-8")
    assert page.count("<figure>") == len(ALL)
    assert page.count("<svg ") == len(ALL) - 1  # the predictions are a table
    assert page.count("<table>") == 1
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_command_takes_single_files(tmp_path: Path) -> None:
    for name, data in as_scripts(right_texts()).items():
        (tmp_path / name).write_bytes(data)
    names = [str(tmp_path / name) for name in ("initializers.py", "backprop.py")]
    with (tmp_path / "backprop.py").open("a") as file:
        file.write(f"\nopen({str(tmp_path / 'left')!r}, 'w').close()\n")
    result = CliRunner().invoke(show, [*names, "--out", str(tmp_path / "o"), "--format", "svg"])
    assert result.exit_code == 0
    assert "not drawn yet: Your predictions, and your network: PREDICTIONS" in result.output
    assert (tmp_path / "left").exists() is bool(probe().missing)  # in a lock-down where one is had


@pytest.mark.parametrize("arguments", [["nowhere"], ["."]])
def test_command_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(show, arguments)
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert len(result.output.splitlines()) == 1


def test_in_a_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in as_scripts(right_texts()).items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {}
    exec(right_texts()["backprop"], namespace)
    shown = show_here("neurons", namespace=namespace)
    assert [chart.name for chart in shown.charts] == ["neurons"]
    assert not shown.charts[0].reasons
    assert shown._repr_html_().count("<svg ") == 1
    assert "after 150 steps" in repr(shown)
    assert 'fill="#fff"' not in shown._repr_html_()  # the ground is the notebook's, light or dark
    exec(right_texts()["diagnostics"], namespace)
    table = show_here("predictions", namespace=namespace)._repr_html_()
    assert (table.count("<svg "), table.count("<table ")) == (0, 1)
    with pytest.raises(ValueError, match="no picture 'nothing'"):
        show_here("nothing", namespace=namespace)


# --- the README's pictures ----------------------------------------------------------------------

README = Path(__file__).parent / "readme"
NUMBER = re.compile(r"-?\d+\.\d+")


@pytest.mark.parametrize("name", ALL)
def test_pictures_of_the_readme_are_current(name: str, right: dict[str, Chart]) -> None:
    drawn, kept = to_svg(right[name], standalone=True), (README / f"{name}.svg").read_text("utf-8")
    # Another BLAS may move a point by a tenth of a pixel, and the third digit of a number.
    assert NUMBER.sub("#", _drawing(drawn)) == NUMBER.sub("#", _drawing(kept)), (
        "regenerate: python -m tests.pages.screenshots"
    )
    moved = zip(NUMBER.findall(_drawing(drawn)), NUMBER.findall(_drawing(kept)), strict=True)
    assert all(abs(float(new) - float(old)) <= 0.11 for new, old in moved)


def _drawing(svg: str) -> str:
    return re.sub(r'aria-label="[^"]*"', "", svg)


def test_pictures_of_the_readme_are_small() -> None:
    assert sum(path.stat().st_size for path in README.iterdir()) < 300_000


def counted() -> tuple[list[StudentProcess], Callable[[], StudentProcess]]:
    """Processes as they are launched, and what launches them."""
    launched: list[StudentProcess] = []

    def launch() -> StudentProcess:
        launched.append(StudentProcess(ColdProcess(Limits().memory_mb)))
        return launched[-1]

    return launched, launch


@pytest.mark.parametrize("forms", [1, 2])
def test_pictures_are_drawn_in_the_process_that_was_graded(forms: int) -> None:
    submission = from_files("ann", as_scripts(right_texts()), ASSIGNMENT.exercises)
    if forms == 2:
        submission = in_two_forms(b"def sigmoid(a):\n    return a\n")
    launched, launch = counted()
    with graded(submission, ASSIGNMENT, launch, CaseChoice(), Limits()) as one:
        before = len(launched)
        drawn = charts_while(one, ASSIGNMENT, Limits())
        assert len(launched) == before == (1 if forms == 1 else 3)
    assert one.report.score == 100
    assert not any(chart.reasons for chart in drawn)


def test_what_grading_took_is_not_taken_from_the_pictures() -> None:
    submission = from_files("ann", as_scripts(right_texts()), ASSIGNMENT.exercises)
    _, launch = counted()
    with graded(submission, ASSIGNMENT, launch, CaseChoice(), Limits()) as one:
        assert one.backend is not None
        one.backend.renew(replace(Limits(), total_seconds=0.0))
        with pytest.raises(TimedOut, match="used up the time"):
            one.student().sigmoid(1.0)
        assert not any(chart.reasons for chart in charts_while(one, ASSIGNMENT, Limits()))


def test_nobody_is_there_to_be_asked_where_nothing_was_handed_in() -> None:
    empty = from_files("ann", {}, ASSIGNMENT.exercises)
    launched, launch = counted()
    with graded(empty, ASSIGNMENT, launch, CaseChoice(), Limits()) as one:
        assert charts_while(one, ASSIGNMENT, Limits()) == []
        with pytest.raises(ValueError, match="nothing was handed in"):
            one.student()
    assert launched == []

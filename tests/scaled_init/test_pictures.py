"""What is drawn equals what the student's functions return."""

import numpy as np
import pytest

from autograder.assignments.scaled_init.pictures import PICTURES, dead, levels, weights
from autograder.charts import Bars, PlotLine
from autograder.pictures.gallery import Doubts, charts
from autograder.pictures.svg import to_svg
from tests.scaled_init.students import EXERCISES, solutions, student_of
from tests.validity.in_process import names_in


def stacked(function: str, *extra: float) -> dict[str, np.ndarray]:
    rng, made = np.random.default_rng(1), {}
    for layer in range(1, levels.DEPTH + 1):
        made[f"W{layer}"] = solutions()[function](levels.WIDTH, levels.WIDTH, *extra, rng)
        made[f"b{layer}"] = np.zeros(levels.WIDTH)
    return made


@pytest.mark.parametrize(("function", "extra"), [("he_normal", ()), ("orthogonal_init", (2**0.5,))])
def test_the_course_is_that_of_the_students_stack(function: str, extra: tuple[float, ...]) -> None:
    X, upstream = np.random.default_rng(0).standard_normal((2, levels.EXAMPLES, levels.WIDTH))
    params = stacked(function, *extra)
    signal = solutions()["signal_through_depth"](params, X, "relu")
    gradient = solutions()["gradient_through_depth"](params, X, upstream, "relu")
    course = levels.ask_course(student_of(solutions()), function, "relu")
    assert np.allclose(course.signal, signal / signal[0])
    assert np.allclose(course.gradient, gradient / gradient[-1])


def test_dead_units_are_what_dead_fraction_counts() -> None:
    shares = dead.ask_by_depth(student_of(solutions()))
    X = np.random.default_rng(0).standard_normal((dead.EXAMPLES, dead.WIDTH))
    a, _ = solutions()["forward_deep"](stacked("he_normal"), X, "relu")
    assert shares.dead.tolist() == [solutions()["dead_fraction"](a[n - 1]) for n in dead.LAYERS]
    by_bias = dead.ask_by_bias(student_of(solutions()))
    assert by_bias.dead[0] == 0.0
    assert by_bias.dead[-1] == 1.0


def test_all_pictures_are_drawn_for_a_right_student_and_none_for_a_stub() -> None:
    drawn = charts(lambda: student_of(solutions()), PICTURES, Doubts())
    assert [chart.name for chart in drawn] == ["weights", "signals", "gradients", "dead"]
    marks = [mark for chart in drawn for row in chart.rows for panel in row for mark in panel.marks]
    assert {type(mark) for mark in marks} == {Bars, PlotLine}
    assert not any(chart.empty or chart.reasons for chart in drawn)
    assert all(chart.alt in to_svg(chart).replace("&#x27;", "'") for chart in drawn)
    stubs = dict(pair for path in EXERCISES.glob("*.py") for pair in names_in(path.read_text()))
    assert all(chart.empty for chart in charts(lambda: student_of(stubs), PICTURES, Doubts()))


def test_one_initializer_looks_the_same_in_every_panel() -> None:
    drawn = charts(lambda: student_of(solutions()), (levels.SIGNALS,), Doubts())
    looks: dict[str, set[tuple[int, str]]] = {}
    for panel in drawn[0].rows[0]:
        for mark in panel.marks:
            assert isinstance(mark, PlotLine)
            looks.setdefault(mark.name, set()).add((mark.colour, mark.dash))
    assert all(len(look) == 1 for look in looks.values())
    assert len({next(iter(look)) for look in looks.values()}) == len(looks) == len(weights.EXTRA)

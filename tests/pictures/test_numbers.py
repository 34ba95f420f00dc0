"""What is drawn equals what the student's functions return."""

from itertools import combinations
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.pictures import (
    PICTURES,
    neurons,
    predictions,
    saturation,
    surprise,
)
from autograder.charts import Bars, Chart, NoData, PlotLine
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.remote import RemoteStudent
from tests.corpora import EXERCISES, SOLUTIONS


@pytest.fixture(scope="module")
def own() -> ModuleType:
    """All functions of a right submission, in one module."""
    module = ModuleType("right")
    for exercise in EXERCISES:
        text = (SOLUTIONS / f"{exercise}.py").read_text(encoding="utf-8")
        exec(compile(text, exercise, "exec"), vars(module))
    return module


@pytest.fixture(scope="module")
def student(own: ModuleType) -> RemoteStudent:
    return RemoteStudent(NotebookBackend(ASSIGNMENT.exercises, vars(own)))


@pytest.fixture(scope="module")
def trained(student: RemoteStudent) -> dict[str, neurons.Training]:
    return {start: neurons.train_from(student, start) for start in neurons.STARTS}


def _history(own: Any, start: str) -> tuple[Any, Any, list[dict[str, Any]]]:
    X, y = neurons.data()
    rng = np.random.default_rng(1)
    weight_init = {
        "zero": own.zeros_init,
        "constant": lambda m, n: own.constant_init(m, n, 0.5),
        "random": lambda m, n: own.normal_init(m, n, 1.0, rng),
    }[start]
    params = own.init_params(neurons.SIZES, weight_init)
    return X, y, own.train(params, X, y, "sigmoid", neurons.RATE, neurons.STEPS)


@pytest.mark.parametrize("start", neurons.STARTS)
def test_training_is_the_students_own(
    own: Any, trained: dict[str, neurons.Training], start: str
) -> None:
    X, y, history = _history(own, start)
    seen = [history[step] for step in neurons.SEEN]
    training = trained[start]
    np.testing.assert_array_equal(training.weights, [params["W1"] for params in seen])
    np.testing.assert_array_equal(training.biases, [params["b1"] for params in seen])
    np.testing.assert_array_equal(training.outgoing, [params["W2"] for params in seen])
    outputs = [own.forward(params, X, "sigmoid")[1][-1] for params in seen]
    losses = [0.5 * np.mean((output - y) ** 2) for output in outputs]
    np.testing.assert_allclose(training.losses, losses, rtol=1e-12)


def test_distances_are_between_every_pair(trained: dict[str, neurons.Training]) -> None:
    training = trained["random"]
    distances = training.distances
    last = np.vstack([training.weights[-1], training.biases[-1], training.outgoing[-1].T])
    expected = [np.linalg.norm(last[:, i] - last[:, j]) for i, j in combinations(range(6), 2)]
    np.testing.assert_allclose(distances[:, -1], expected)
    assert distances.min() > 0.1


@pytest.mark.parametrize("start", ["zero", "constant"])
def test_equal_starts_stay_equal(trained: dict[str, neurons.Training], start: str) -> None:
    # The noise that the module's docstring states.
    assert trained[start].distances.max() < 1e-12


def test_random_start_learns_more(trained: dict[str, neurons.Training]) -> None:
    ends = {start: training.losses[-1] for start, training in trained.items()}
    assert ends["random"] < 0.5 * min(ends["zero"], ends["constant"])


def _lines(chart: Chart, row: int, column: int) -> list[PlotLine]:
    return [mark for mark in chart.rows[row][column].marks if isinstance(mark, PlotLine)]


def test_neurons_chart_draws_each_neuron(trained: dict[str, neurons.Training]) -> None:
    chart = neurons.neurons_chart(trained)
    for column, training in enumerate(trained.values()):
        lines = _lines(chart, 0, column)
        assert len(lines) == 6
        np.testing.assert_array_equal([line.y for line in lines], training.weights[:, 0, :].T)
        np.testing.assert_array_equal(_lines(chart, 1, column)[0].y, training.losses)
    # Copies lie on one another: only different widths keep all six visible.
    widths = [line.width for line in _lines(chart, 0, 0)]
    assert widths == sorted(set(widths), reverse=True)
    assert "one line" in chart.rows[0][0].remark
    assert "own way" in chart.rows[0][2].remark


def test_distances_chart_draws_each_pair(trained: dict[str, neurons.Training]) -> None:
    chart = neurons.distances_chart(trained)
    drawn = [line.y for line in _lines(chart, 0, 2)]
    np.testing.assert_array_equal(drawn, trained["random"].distances)
    assert "0 for every pair" in chart.rows[0][0].remark


@pytest.mark.parametrize("activation", saturation.ACTIVATIONS)
def test_histograms_count_the_students_activations(
    own: Any, student: RemoteStudent, activation: str
) -> None:
    found = saturation.ask_histograms(student, activation)
    np.testing.assert_allclose(found.shares.sum(axis=1), 1.0)
    at = 2
    X = [np.random.default_rng(0)]
    inputs = [X[0].standard_normal((saturation.EXAMPLES, saturation.FAN_IN)) for _ in range(at + 1)]
    rng = np.random.default_rng(at)
    std = saturation.HISTOGRAM_STDS[at]
    params = own.init_params(
        [saturation.FAN_IN, saturation.NEURONS, 1], lambda m, n: own.normal_init(m, n, std, rng)
    )
    layer = own.forward(params, inputs[at], activation)[1][1]
    np.testing.assert_array_equal(
        found.shares[at], np.histogram(layer, found.edges)[0] / layer.size
    )
    chart = saturation.histograms_chart(dict.fromkeys(saturation.ACTIVATIONS, found))
    bars = chart.rows[0][at].marks[0]
    assert isinstance(bars, Bars)
    np.testing.assert_array_equal(bars.heights, found.shares[at])


@pytest.mark.parametrize("activation", saturation.ACTIVATIONS)
@pytest.mark.parametrize("along", saturation.SWEEPS)
def test_sweeps_are_the_students_diagnostics(
    own: Any, student: RemoteStudent, activation: str, along: str
) -> None:
    sweep = saturation.ask_sweep(student, activation, along)
    scale = along == "scale"
    plans = (
        [(saturation.FAN_IN, std) for std in saturation.SCALE_STDS]
        if scale
        else [(fan_in, 1.0) for fan_in in saturation.FAN_INS]
    )
    inputs = np.random.default_rng(0)
    for at, (fan_in, std) in enumerate(plans):
        X = inputs.standard_normal((saturation.EXAMPLES, fan_in))
        draw = np.random.default_rng(at)
        params = own.init_params(
            [fan_in, saturation.NEURONS, 1],
            lambda m, n, std=std, draw=draw: own.normal_init(m, n, std, draw),
        )
        a, h = own.forward(params, X, activation)
        slope = {"sigmoid": own.sigmoid_grad, "tanh": own.tanh_grad}[activation](a[0])
        largest = {"sigmoid": 0.25, "tanh": 1.0}[activation]
        assert sweep.x[at] == pytest.approx(std * fan_in**0.5 if scale else fan_in)
        assert sweep.saturated[at] == own.saturated_fraction(h[1], activation)
        assert sweep.mean[at] == own.relative_gradient(a[0], activation)
        assert sweep.median[at] == np.median(slope) / largest
    # The story of the picture: the mean falls slowly, the median off a cliff.
    assert sweep.mean[-1] > 1e-3
    assert sweep.median[-1] < 1e-8
    assert sweep.saturated[-1] > 0.85


@pytest.mark.parametrize("activation", surprise.ACTIVATIONS)
def test_surprise_is_the_students_gradient(
    own: Any, student: RemoteStudent, activation: str
) -> None:
    found = surprise.ask_gradients(student, activation)
    data = np.random.default_rng(0)
    X = data.standard_normal((surprise.EXAMPLES, surprise.SIZES[0]))
    y = 0.7 + data.standard_normal((surprise.EXAMPLES, 1))
    draw = np.random.default_rng(0)
    params = own.init_params(surprise.SIZES, lambda m, n: own.normal_init(m, n, surprise.STD, draw))

    def size(names: tuple[str, ...], factor: float) -> float:
        scaled = {k: factor * v if k in names else v for k, v in params.items()}
        a, h = own.forward(scaled, X, activation)
        W1 = own.backward(scaled, a, h, y, activation)["W1"]
        return float(np.sqrt(np.mean(W1**2)))

    for at, factor in enumerate(surprise.FACTORS):
        assert found.only_first[at] == pytest.approx(size(("W1",), factor), rel=1e-9)
        assert found.all_layers[at] == pytest.approx(size(("W1", "W2", "W3"), factor), rel=1e-9)
    # The surprise itself, and what is true instead.
    assert found.all_layers.max() > 10 * found.all_layers[0]
    assert found.only_first[-1] < found.only_first[0]
    assert found.one_example[-1] < 1e-6 * found.one_example[0]


def test_predictions_beside_what_happens(own: Any, student: RemoteStudent) -> None:
    said = predictions.ask_predictions(student)
    outcomes = predictions.ask_outcomes(student)
    assert said == own.PREDICTIONS
    chart = predictions.predictions_chart({"predictions": said, "outcomes": outcomes})
    assert chart.table is not None
    assert chart.table.verdicts == (True,) * 8
    assert len(chart.table.rows) == 8
    turned = {name: not value for name, value in said.items()}
    chart = predictions.predictions_chart({"predictions": turned, "outcomes": outcomes})
    assert chart.table is not None
    assert chart.table.verdicts == (False,) * 8


def test_nothing_is_told_before_it_is_predicted(student: RemoteStudent) -> None:
    none = dict.fromkeys(predictions.QUESTIONS)
    outcomes = predictions.ask_outcomes(student)
    chart = predictions.predictions_chart({"predictions": none, "outcomes": outcomes})
    assert chart.table is not None
    assert {row[3] for row in chart.table.rows} == {"predict first"}
    assert chart.table.verdicts == (None,) * 8


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_absent_parts_are_said(picture: Any) -> None:
    chart = picture.chart({part.name: NoData("train is not right yet") for part in picture.parts})
    assert chart.reasons == ["train is not right yet"]
    assert not any(panel.marks for row in chart.rows for panel in row)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_every_picture_has_its_numbers_in_words(picture: Any, student: RemoteStudent) -> None:
    chart = picture.chart({part.name: part.ask(student) for part in picture.parts})
    assert not chart.reasons
    assert sum(character.isdigit() for character in chart.alt) > 10

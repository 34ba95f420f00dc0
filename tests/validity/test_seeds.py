"""The same verdict on every seed, kernel and number of threads.

With AUTOGRADER_ALL_SEEDS on 200 seeds, of wrong random initializers on 20.
"""

import os

import pytest

from tests.corpora import wrong_overlays
from tests.validity.judging import in_parallel, judge_random, judge_solution, judge_solved_notebooks

WRONG = list(wrong_overlays())
SEEDS = range(200 if os.environ.get("AUTOGRADER_ALL_SEEDS") else 60)


def test_wrong_random_initializers_are_caught_at_every_seed() -> None:
    # What never returns costs its time limit at every seed, and no seed can save it.
    random = [o for o in WRONG if o.function == "normal_init" and "hangs" not in o.diagnoses]
    missed = in_parallel(judge_random, random)
    assert {o.name: seeds for o, seeds in zip(random, missed, strict=True) if seeds} == {}


def test_the_solutions_get_all_points_at_every_seed() -> None:
    assert set(in_parallel(judge_solution, SEEDS)) == {100.0}
    # The same cells: what could differ is the way in, not the numbers.
    assert set(in_parallel(judge_solved_notebooks, SEEDS[::10])) == {100.0}


@pytest.mark.parametrize("threads", ["1", "2"])
@pytest.mark.parametrize("kernel", ["", "Haswell", "Sandybridge", "Nehalem", "Prescott"])
def test_the_solutions_get_all_points_on_every_kernel(
    kernel: str, threads: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", threads)
    if kernel:
        monkeypatch.setenv("OPENBLAS_CORETYPE", kernel)
    seeds = SEEDS if os.environ.get("AUTOGRADER_ALL_SEEDS") else range(5)
    assert set(in_parallel(judge_solution, seeds)) == {100.0}

"""Two tiers of tests: those that everybody runs, and the thorough ones that take minutes.

`pytest` runs the first tier and says what it left out; `pytest --all` runs both, `pytest --rest`
what the first left out. A file joins the second by its name here, a test by
`pytest.mark.thorough`.
"""

import os
import signal
from importlib.util import find_spec
from typing import Any

import pytest

# The arrays of tests are small, and several processes share the cores: a second thread of linear
# algebra only spins (the solutions and tables of the second lesson: 37 s of processor time, 13 with
# one). Set before NumPy is imported, here and in what is started. That points do not depend on the
# number of threads is in `validity/test_seeds.py`, which sets its own.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# File below tests/ -> why it waits for the second tier. Seconds on two cores, one process.
THOROUGH = {
    "authoring/test_new.py": "every command on a new assignment, 25 s",
    "batch/test_cluster.py": "a Dask cluster, 11 s",
    "batch/test_hostile.py": "the hostile corpus, 66 s",
    "batch/test_kills.py": "kills at random moments, 38 s",
    "nbgrader/test_as_printed.py": "the README's ten commands, 60 s",
    "core/test_fresh_clone.py": "a clone and an environment of its own, 60 s",
    "validity/test_margins.py": "the margin of every bound, 35 s",
    "nbgrader/test_formgrader.py": "a class, formgrader and a browser, 124 s",
    "nbgrader/test_gradebook.py": "thousands of students and PostgreSQL, 57 s",
    "nbgrader/test_nbgrader_failures.py": "nbgrader's commands, 16 s",
    "nbgrader/test_term.py": "a term with nbgrader, 31 s",
    "pages/test_browser.py": "pages in a browser, 67 s",
    "release/test_lite_in_browser.py": "a site with Pyodide in a browser, 60 s",
    "release/test_lite_site.py": "JupyterLite builds a site, 12 s",
    "validity/test_true.py": "the numbers of messages, recomputed, 22 s",
    "validity/test_seeds.py": "many seeds and every BLAS kernel, 40 s",
}
WITH_THE_COURSE = [
    f"tests/nbgrader/test_{name}.py"
    for name in ("formgrader", "gradebook", "nbgrader_failures", "term")
]
# What takes longest is begun first, so that no process has it left when the other is done:
# each takes about half a minute or more, by the figures above or measured alone.
LONGEST = [
    "the course",
    "tests/validity/test_validity.py",
    "tests/validity/test_seeds.py",
    "tests/batch/test_hostile.py",
    "tests/nbgrader/test_as_printed.py",
    "tests/pages/test_browser.py",
    "tests/core/test_fresh_clone.py",
    "tests/fronts/test_pytest_front.py",
    "tests/release/test_lite_in_browser.py",
    "tests/batch/test_kills.py",
    "tests/authoring/test_mutants.py",
    "tests/validity/test_margins.py",
    "tests/batch/test_grade.py",
]


@pytest.fixture
def nothing_used_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """No assignment's folder is known by its name yet."""
    monkeypatch.setenv("AUTOGRADER_ASSIGNMENTS", "")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("tiers", "tiers of this project's own tests")
    group.addoption("--all", action="store_true", help="also run the thorough tests")
    group.addoption("--rest", action="store_true", help="run the thorough tests only")


def pytest_configure(config: pytest.Config) -> None:
    missing = [name for name in ("hypothesis", "jsonschema") if find_spec(name) is None]
    if missing:
        raise pytest.UsageError(
            f"the tests of this project need {' and '.join(missing)}: pip install -e '.[dev]' "
            "(your own exercises are checked by: pytest autograder)"
        )
    # A shell starts what runs in the background with Ctrl-C ignored, and a kernel of a notebook has
    # it: without it, nothing could end the endless loops that tests let run in their own process.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line("markers", "thorough: takes long; left out without --all or --rest")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    named = [argument for argument in config.args if ".py" in argument]
    if config.getoption("--all") or (named and not config.getoption("--rest")):
        return  # who names a file wants it
    wanted = bool(config.getoption("--rest"))
    others = [item for item in items if _is_thorough(item) is not wanted]
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if _is_thorough(item) is wanted]


def _is_thorough(item: pytest.Item) -> bool:
    by_file = any(item.nodeid.startswith(f"tests/{name}::") for name in THOROUGH)
    return by_file or item.get_closest_marker("thorough") is not None


def pytest_terminal_summary(terminalreporter: Any) -> None:  # pytest 8.2 has no name for it
    option = terminalreporter.config.getoption
    if option("--all") or option("--rest"):
        return
    terminalreporter.write_line("left out, for `pytest --rest` (`pytest --all` runs everything):")
    for name, why in THOROUGH.items():
        terminalreporter.write_line(f"  {name}  {why}")
    terminalreporter.write_line(
        "  and tests marked `thorough`: most of both corpora of wrong submissions, a sample "
        "of mutants, `autograder new` and `prove` word by word, the second lesson's demonstration"
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With processes beside each other, a file stays in one of them.

    So do the files that look at the one course of sixty students, which takes a minute to make.
    Files wait in the order of `LONGEST`, then those of most tests first.
    """
    from xdist.scheduler import LoadFileScheduling

    class ByFile(LoadFileScheduling):
        ordered = False

        def _split_scope(self, nodeid: str) -> str:
            file = str(super()._split_scope(nodeid))
            return "the course" if file in WITH_THE_COURSE else file

        def _assign_work_unit(self, node: Any) -> None:
            if not self.ordered:
                for scope in reversed(LONGEST):
                    if scope in self.workqueue:
                        self.workqueue.move_to_end(scope, last=False)
                self.ordered = True
            super()._assign_work_unit(node)

    return ByFile(config, log)

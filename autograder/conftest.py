"""Makes `pytest autograder` collect the checks of an assignment and grade a submission."""

import gc
import os
import sys
from pathlib import Path
from typing import Any

import pytest

# Before the next line imports NumPy: a second thread of linear algebra only spins, 0.07 s of 0.65.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from autograder.fronts import by_name, guard, pytest_front

CATALOGUE = Path(__file__).with_name("catalogue.py")
# The catalogue is all that is collected; the template in `authoring` has a test, for authors.
collect_ignore = [place.name for place in CATALOGUE.parent.iterdir() if place.is_dir()]


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    guard.keep_out(pluginmanager, sys.argv)
    pytest_front.add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    guard.refuse_settings(config, sys.argv)
    pytest_front.use_one_process(config)
    if config.getoption("--assignment") is not None:
        pytest_front.assignment_of(config)  # told now, what is wrong with it is one sentence


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path == CATALOGUE:
        return pytest_front.CatalogueFile.from_parent(parent, path=file_path)
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    by_name.keep_the_one_named(config, items)


def pytest_collection_finish(session: pytest.Session) -> None:
    pytest_front.quiet_pytest(session)


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    return pytest_front.status_of(report)


def pytest_sessionfinish(session: pytest.Session) -> None:
    pytest_front.clean_up(session)


def pytest_unconfigure() -> None:
    gc.freeze()  # nothing is left to do: looking through all objects was a seventh of the run


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    session = terminalreporter._session
    if session is not None:
        by_name.say_what_there_is(session, terminalreporter)
        pytest_front.write_summary(terminalreporter, session)

"""The fixture that runs cases in locked children."""

import os

import pytest

from .harness import Answers, Run, answers_of


@pytest.fixture(scope="session")
def locked() -> Run:
    """Run cases of `cases.py` in locked children: ``locked("limits", "spin", ordinary=True)``."""

    def run(
        *cases: str, ordinary: bool = False, without: str | None = None, pretend: int | None = None
    ) -> Answers:
        change = ordinary and os.geteuid() == 0  # otherwise it is an ordinary user already
        options = ("--ordinary",) * change
        options += ("--without", without) if without else ()
        options += ("--pretend", str(pretend)) if pretend else ()
        return answers_of(cases, options)

    return run

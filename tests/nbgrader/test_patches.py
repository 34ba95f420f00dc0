"""What nbgrader does with our assignments otherwise than by itself."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default.collect import ExchangeCollect
from nbgrader.exchange.default.exchange import ExchangeError

from autograder.nbgrader.patches import patch_collect
from tests.nbgrader.conftest import NAME


@pytest.fixture
def inbound(tmp_path: Path) -> Path:
    """A submission in the exchange, with links to what the instructor alone may read."""
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "solution.ipynb").write_text("secret")
    folder = tmp_path / "inbound"
    (folder / "deep").mkdir(parents=True)
    (folder / "initializers.py").write_text("own")
    (folder / "backprop.ipynb").symlink_to(tmp_path / "private" / "solution.ipynb")
    (folder / "deep" / "all").symlink_to(tmp_path / "private")
    return folder


@pytest.fixture
def collect(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(ExchangeCollect, "do_copy", ExchangeCollect.do_copy)
    patch_collect()
    patch_collect()  # the configuration is read several times
    course = CourseDirectory()
    course.assignment_id = NAME
    return ExchangeCollect(coursedir=course)


def test_no_link_is_collected(collect: Any, inbound: Path, tmp_path: Path) -> None:
    collect.do_copy(str(inbound), str(tmp_path / "submitted"))
    found = {str(p.relative_to(tmp_path / "submitted")) for p in tmp_path.glob("submitted/**/*")}
    assert found == {"initializers.py", "deep"}
    assert (tmp_path / "private" / "solution.ipynb").read_text() == "secret"
    assert shutil.copytree.__module__ == "shutil"


def test_a_submission_that_is_a_link_is_refused(
    collect: Any, inbound: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(inbound)
    with pytest.raises(ExchangeError, match="is a link, and no submission"):
        collect.do_copy(str(tmp_path / "link"), str(tmp_path / "submitted"))


def test_other_assignments_are_nbgraders(collect: Any, inbound: Path, tmp_path: Path) -> None:
    collect.coursedir.assignment_id = "somebody_elses"
    collect.do_copy(str(inbound), str(tmp_path / "submitted"))
    assert (tmp_path / "submitted" / "backprop.ipynb").read_text() == "secret"

"""The sample class, built once: `results` without pictures, for pages and browser alike."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.model import Report
from autograder.pages.build import Built, SitePlan, build

from . import sample


@dataclass(frozen=True)
class Class:
    """A graded class and its pages."""

    results: Path
    submissions: Path
    reports: list[Report]
    built: Built

    @property
    def pages(self) -> list[Path]:
        return sorted((self.built.page.parent / "students").iterdir())

    def page_of(self, student: str) -> Path:
        """The page of a student, by the name that is shown."""
        from autograder.pages.names import named

        names = named(report.student for report in self.reports)
        return self.built.page.parent / "students" / names[student].page


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Class:
    root = tmp_path_factory.mktemp("class")
    sample.submissions(root / "submitted")
    records = sample.reports(root / "submitted")
    sample.write(root / "results", records)
    built = build(SitePlan(root / "results", submissions=root / "submitted"))
    return Class(root / "results", root / "submitted", records, built)

"""Files that the two tiers name are there: a renamed one would silently change its tier."""

from tests import conftest
from tests.corpora import HERE


def test_every_file_that_is_named_is_there() -> None:
    named = {f"tests/{name}" for name in conftest.THOROUGH} | set(conftest.WITH_THE_COURSE)
    named |= set(conftest.LONGEST) - {"the course"}
    assert {name for name in named if not (HERE.parent / name).is_file()} == set()

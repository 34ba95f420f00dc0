"""`pytest autograder -k …`: which checks are meant, and a word when there are none."""

import re
from typing import Any

import pytest

from autograder.fronts.pytest_front import CheckItem, assignment_of


def keep_the_one_named(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of `-k "function and check"`, as messages write it, keep just that check.

    To pytest it means every check in whose names both are found, as `forward` is in
    `layer_forward`.
    """
    named = re.fullmatch(r"(\w+) and (\w+)", config.getoption("keyword", "").strip())
    chosen = [
        item
        for item in items
        if named
        and isinstance(item, CheckItem)
        and (item.check.function, item.check.name) == named.groups()
    ]
    if chosen:
        config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
        items[:] = chosen


def say_what_there_is(session: pytest.Session, terminal: Any) -> None:
    """A word on `-k` with something that no check is called."""
    asked = session.config.getoption("keyword", "")
    if session.items or not asked:
        return
    checks = assignment_of(session.config).checks
    known = {word for check in checks for word in (check.function, check.exercise)}
    words = [word for word in re.findall(r"\w+", asked) if word not in ("and", "or", "not")]
    import difflib  # takes milliseconds, and few runs need it

    near = [m for word in words for m in difflib.get_close_matches(word, list(known), 1)]
    guess = f"did you mean {' or '.join(dict.fromkeys(near))}? " if near else ""
    terminal.write_line(
        f"no check is called {asked!r}; {guess}there are: {', '.join(sorted(known))}"
    )

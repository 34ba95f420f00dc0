"""Everything that checks are made of has an example, and the examples are true."""

import doctest
import importlib
import inspect
import pkgutil
import re
from types import ModuleType

import pytest

from autograder import authoring, checking, numerics
from autograder.authoring.new import TEMPLATE

MODULES = [
    numerics,
    *(
        importlib.import_module(f"{authoring.__name__}.{name}")
        for name in ("denser", "deviations", "mutants", "streams", "trying")
    ),
    *(
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(checking.__path__, f"{checking.__name__}.")
    ),
]
WITH_EXAMPLES = [module for module in MODULES if ">>>" in inspect.getsource(module)]


@pytest.mark.parametrize("module", WITH_EXAMPLES, ids=lambda module: module.__name__)
def test_the_examples_are_true(module: object) -> None:
    found = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize(
    ("room", "name"),
    [(room, name) for room in (checking, authoring) for name in room.__all__],
    ids=str,
)
def test_every_public_name_is_in_an_example_and_in_the_table(room: ModuleType, name: str) -> None:
    examples = "\n".join(
        example.source
        for module in WITH_EXAMPLES
        for test in doctest.DocTestFinder().find(module)
        for example in test.examples
    )
    template = "".join(path.read_text("utf-8") for path in TEMPLATE.glob("*.py"))
    assert re.search(rf"\b{name}\b", examples + template), f"{name} has no example"
    assert f"`{name}`" in str(room.__doc__)

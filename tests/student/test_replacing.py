"""A function that is answered by somebody else is answered everywhere, and no other one is."""

from typing import Any

from autograder.student.guest.replacing import replace_function

FILE = """
def f(x): return 1
def g(x): return 2
table = {"f": f}
def uses(x): return f(x) + table["f"](x)
h = g
"""


def names_asked(name: str, others: tuple[str, ...]) -> tuple[dict[str, Any], list[str], Any]:
    namespace: dict[str, Any] = {}
    exec(FILE, namespace)
    asked: list[str] = []

    def ask(name: str, arguments: list[Any]) -> Any:
        asked.append(name)
        return 10

    return namespace, asked, replace_function(namespace, name, ask, others)


def test_it_is_answered_by_its_name_and_by_what_was_taken_from_it() -> None:
    namespace, asked, restore = names_asked("f", ("g", "h", "uses"))
    assert namespace["uses"](0) == 20
    assert asked == ["f", "f"]
    restore()
    assert namespace["uses"](0) == 2


def test_another_name_of_the_same_function_stays_the_students() -> None:
    namespace, asked, restore = names_asked("g", ("f", "h"))
    assert (namespace["g"](0), namespace["h"](0)) == (10, 2)
    assert asked == ["g"]
    restore()
    assert (namespace["g"](0), namespace["h"](0)) == (2, 2)

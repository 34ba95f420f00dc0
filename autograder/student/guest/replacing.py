"""Has functions of a student answered by somebody else, wherever the student's code calls them."""

from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Any

from .values import as_told

Ask = Callable[[str, list[Any]], Any]


def replace_function(
    namespace: dict[str, Any], name: str, ask: Ask, others: Iterable[str] = ()
) -> Callable[[], None]:
    """Have `name` answered by `ask` wherever the student's code refers to it.

    The function object itself is given other code where that can be done, so that a reference
    taken at import (a table of functions, a default argument) is answered as well.

    Args:
        ask: told the name and the arguments, it answers.
        others: names that stay the student's; what one of them is, too, keeps its code.

    Returns:
        What puts everything back.
    """

    def answered(*args: Any, **options: Any) -> Any:
        return ask(name, [as_told(argument) for argument in (*args, *options.values())])

    missing = object()
    before = namespace.get(name, missing)
    namespace[name] = answered
    own = type(before) is FunctionType and not any(namespace.get(o) is before for o in others)
    undo_code = _replace_code(before, answered, name) if own else None

    def restore() -> None:
        if before is missing:
            namespace.pop(name, None)
        else:
            namespace[name] = before
        if undo_code is not None:
            undo_code()

    return restore


def _replace_code(
    function: FunctionType, answered: Callable[..., Any], name: str
) -> Callable[[], None]:
    kept = function.__code__, function.__defaults__, function.__kwdefaults__
    if function.__code__.co_freevars:
        return lambda: None
    hook = f"__answer_of_{name}"
    function.__globals__[hook] = answered
    scope: dict[str, Any] = {}
    exec(
        f"def relay(*args, **options):\n    return {hook}(*args, **options)", scope
    )  # our own text
    function.__code__ = scope["relay"].__code__
    function.__defaults__ = function.__kwdefaults__ = None

    def undo() -> None:
        function.__code__, function.__defaults__, function.__kwdefaults__ = kept
        function.__globals__.pop(hook, None)

    return undo

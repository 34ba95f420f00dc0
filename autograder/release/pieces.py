"""Whether a text holds a piece of a solution, however its names were changed.

Syntax is compared, not text (see `syntax`). What counts as a piece of a solution is every run of
statements and every expression that is large enough to be more than a turn of phrase, every
(key, value) of a solved dict, and every sentence of a model answer.
"""

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.release.syntax import candidates, form_of, pairs_of, runs, size_of

# Sizes are numbers of syntax nodes. `rows @ table + shift` has 5, `run(past[-1], one, other)` 8,
# `a, h = run(one, other, third)` 9. Below these sizes pieces are common property: any two programs
# share some. A returned expression is a whole answer, so a smaller one counts, unless it ends a
# computation whose steps are elsewhere: `total / len(rows)` answers nothing without the total.
SMALLEST_RETURN = 5
SMALLEST_EXPRESSION = 9
SMALLEST_STATEMENTS = 10
SHORTEST_SENTENCE = 30  # characters of a model answer that are no coincidence

_CODE_SPAN = re.compile(r"```(?:python)?\n(.*?)```|`+([^`]+)`+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FoundPiece:
    """A piece of a solution where none may be.

    Attributes:
        file: the file that holds it.
        line: where it begins, counted from 1 within the file or the notebook cell.
        task: the name of the task that it answers.
        text: the piece, as it stands there.
    """

    file: str
    line: int
    task: str
    text: str


@dataclass
class Pieces:
    """The pieces of some solutions, and the search for them.

    Attributes:
        by_form: normalised syntax -> the first task it answers.
        pairs: (key, value) of solved dicts -> the task.
        sentences: sentences of model answers -> the question.
    """

    by_form: dict[str, str] = field(default_factory=dict)
    pairs: dict[tuple[object, object], str] = field(default_factory=dict)
    sentences: dict[str, str] = field(default_factory=dict)
    _sizes: set[int] = field(default_factory=set)

    def add_solution(self, task: str, solution: Sequence[ast.stmt]) -> None:
        """Learn the pieces of one solution region."""
        for statements in runs(ast.Module(list(solution), [])):
            self._add(task, statements, SMALLEST_STATEMENTS)
        made = {
            node.id
            for statement in solution
            for node in ast.walk(statement)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        for statement in solution:
            for node in ast.walk(statement):
                if isinstance(node, ast.Return) and node.value is not None:
                    used = {name.id for name in ast.walk(node.value) if isinstance(name, ast.Name)}
                    smallest = SMALLEST_EXPRESSION if used & made else SMALLEST_RETURN
                    self._add(task, [node.value], smallest)
                elif isinstance(node, ast.expr):
                    self._add(task, [node], SMALLEST_EXPRESSION)
            if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Dict):
                self.pairs |= dict.fromkeys(pairs_of(statement.value), task)

    def add_answer(self, question: str, text: str) -> None:
        """Learn the sentences of a model answer."""
        for sentence in re.split(r"(?<=[.!?:;])\s+", text):
            plain = _plain(sentence)
            if len(plain) >= SHORTEST_SENTENCE:
                self.sentences[plain] = question

    def search(self, files: Mapping[str, str]) -> list[FoundPiece]:
        """Every piece in these files (name -> text): Python, notebooks and other text."""
        found: list[FoundPiece] = []
        for name, text in files.items():
            if name.endswith(".py"):
                found += self._in_code(name, text)
            for prose, code in _texts(name, text):
                found += self._in_code(name, prose) if code else []
                found += self._in_prose(name, prose)
        return found

    def _add(self, task: str, nodes: Sequence[ast.AST], smallest: int) -> None:
        size = sum(map(size_of, nodes))
        if size >= smallest:
            self.by_form.setdefault(form_of(nodes), task)
            self._sizes.add(size)

    def _in_code(self, name: str, code: str) -> Iterator[FoundPiece]:
        try:
            tree = ast.parse(code)
        except (SyntaxError, ValueError):
            return
        known: dict[int, int] = {}
        largest = max(self._sizes, default=0)
        for nodes in candidates(tree, largest, known):
            if sum(size_of(node, known) for node in nodes) in self._sizes:
                task = self.by_form.get(form_of(nodes))
                if task is not None:
                    yield _found(name, task, nodes)
        for node in ast.walk(tree):
            for pair in pairs_of(node):
                if pair in self.pairs:
                    yield _found(name, self.pairs[pair], [node])

    def _in_prose(self, name: str, text: str) -> Iterator[FoundPiece]:
        for match in _CODE_SPAN.finditer(text):
            yield from self._in_code(name, (match[1] or match[2]).strip())
        plain = _plain(text)
        for sentence, question in self.sentences.items():
            if sentence in plain:
                yield FoundPiece(name, 1, question, sentence)


def _texts(name: str, text: str) -> Iterator[tuple[str, bool]]:
    """The texts in a file, each with whether it is code of a notebook."""
    if not name.endswith(".ipynb"):
        yield text, False
        return
    for cell in json.loads(text)["cells"]:
        yield "".join(cell["source"]), cell["cell_type"] == "code"


def _plain(text: str) -> str:
    """Words only: without markup, comment signs or the places of line breaks."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _found(name: str, task: str, nodes: Sequence[ast.AST]) -> FoundPiece:
    text = "; ".join(map(ast.unparse, nodes))
    return FoundPiece(name, getattr(nodes[0], "lineno", 1), task, text)

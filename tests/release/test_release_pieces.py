"""No piece of a solution in what students get, and a search that would find one."""

import ast
import json
import textwrap

import pytest

from autograder.release.build import exercise_files, pieces_of, release
from autograder.release.errors import ReleaseError
from autograder.release.kit import kit_files
from autograder.release.pieces import Pieces
from autograder.release.stubs import tasks_of

from .lessons import ASSIGNMENT, NAMES, PACKAGE, SOLUTIONS, points, scripts

TASKS = {task.name: task for name in NAMES for task in tasks_of(scripts()[name]).values()}


@pytest.fixture(scope="module")
def pieces():
    return pieces_of(scripts().values())


def found(pieces, text, name="somewhere.py"):
    return {piece.task for piece in pieces.search({name: text})}


def test_the_kit_holds_no_piece_of_a_solution(pieces):
    exercises = exercise_files(scripts().values(), points())
    kit = kit_files(ASSIGNMENT, exercises, PACKAGE, "0")
    assert len(kit) > 30
    assert pieces.search(kit) == []


def test_the_solutions_are_full_of_pieces(pieces):
    texts = {f"{name}.py": scripts()[name].text() for name in NAMES}
    assert {piece.task for piece in pieces.search(texts)} == {*TASKS, "why_the_copies_stay"}


@pytest.mark.parametrize("task", TASKS)
def test_a_planted_solution_is_found(pieces, task):
    body = textwrap.indent("\n".join(map(ast.unparse, TASKS[task].solution)), "    ")
    planted = f"def innocent(a, b, c):\n    '''Nothing to see.'''\n{body}\n"
    assert task in found(pieces, planted)


@pytest.mark.parametrize("task", sorted(set(TASKS) - {"PREDICTIONS"}))
def test_a_disguised_solution_is_found(pieces, task):
    """With other names, annotations and statements around it."""

    class Disguise(ast.NodeTransformer):
        def visit_Name(self, node):
            return ast.Name(f"other_{node.id}", node.ctx)

        def visit_Assign(self, node):
            self.generic_visit(node)
            if isinstance(node.targets[0], ast.Name):
                return ast.AnnAssign(node.targets[0], ast.Name("Any"), node.value, 1)
            return node

    tree = ast.Module(
        [
            Disguise().visit(s)
            for s in ast.parse("\n".join(map(ast.unparse, TASKS[task].solution))).body
        ],
        [],
    )
    body = textwrap.indent(ast.unparse(ast.fix_missing_locations(tree)), "        ")
    planted = f"class A:\n    def m(self):\n        print(1)\n{body}\n"
    assert task in found(pieces, planted)


def test_what_is_found_says_where(pieces):
    text = '"""Bank."""\n\n\ndef f(x):\n    return 1.0 - np.tanh(x) ** 2\n'
    (piece,) = pieces.search({"bank.py": text})
    assert (piece.file, piece.line, piece.task) == ("bank.py", 5, "tanh_grad")
    assert piece.text == "1.0 - np.tanh(x) ** 2"


@pytest.mark.parametrize(
    "text",
    [
        "slope = lambda z: 1 - np.tanh(z) ** 2\n",
        "def f(z): return 3 * (1 - np.tanh(z) ** 2)\n",
        "# one could write `1 - np.tanh(a)**2` here\n",
        '"""A hint.\n\n```python\nslope = 1 - np.tanh(a) ** 2\n```\n"""\n',
    ],
)
def test_pieces_are_found_in_odd_places(pieces, text):
    assert found(pieces, text) == {"tanh_grad"}


def test_pieces_are_found_in_notebooks(pieces):
    def notebook(kind, source):
        return json.dumps({"cells": [{"cell_type": kind, "source": source.splitlines(True)}]})

    code = "import numpy as xp\nslope = 1 - xp.tanh(a) ** 2\n"
    assert found(pieces, notebook("code", code), "a.ipynb") == {"tanh_grad"}
    text = "Try\n\n```\n1 - np.tanh(a) ** 2\n```\n"
    assert found(pieces, notebook("markdown", text), "a.ipynb") == {"tanh_grad"}
    assert found(pieces, notebook("markdown", "1 - tanh² it is"), "a.ipynb") == set()


@pytest.mark.parametrize(
    "text",
    [
        'truth = {"all_zero": False}\n',
        "truth = dict(tanh_first_layer_moves=False)\n",
        'truth = [("all_one_half", False), ("other", True)]\n',
    ],
)
def test_a_single_prediction_is_found(pieces, text):
    assert found(pieces, text) == {"PREDICTIONS"}


def test_a_sentence_of_the_model_answer_is_found(pieces):
    answer = next(c for c in scripts()["backprop"].cells if c.answer)
    sentence = " ".join(answer.source.split()).split(". ")[1]
    assert found(pieces, f"# Remember:\n# {sentence}.\n", "a.md") == {"why_the_copies_stay"}
    wrapped = textwrap.fill(sentence.upper(), 40)
    assert found(pieces, wrapped, "README.md") == {"why_the_copies_stay"}


@pytest.mark.parametrize(
    "text",
    [
        "shape = np.zeros((rows, columns))\n",
        "a, h = forward(params, X, activation)\n",
        "for i in range(steps):\n    print(i)\n",
        "total = left @ right\n",
        "x = {'all_zero': None}\n",
        "not python at all (\n",
        f"large = {10**400}\n",
    ],
)
def test_common_turns_of_phrase_are_no_pieces(pieces, text):
    assert found(pieces, text) == set()


@pytest.mark.parametrize("where", ["grading.py", "student/reading_list.md"])
def test_a_release_with_a_piece_in_the_package_is_refused(tmp_path, where):
    package = tmp_path / "autograder"
    (package / "student").mkdir(parents=True)
    (package / where).write_text("# `1 - np.tanh(a) ** 2`\n", encoding="utf-8")
    kit = tmp_path / "kit.zip"
    with pytest.raises(ReleaseError, match=rf" in autograder/{where}, line 1, answers tanh_grad"):
        release(SOLUTIONS, tmp_path / "exercises", ASSIGNMENT, kit, package)
    assert not kit.exists()
    assert not (tmp_path / "exercises").exists()


def test_nothing_in_the_kit_bears_the_name_of_a_task():
    """So that no import of a task's name can answer it."""
    for name, text in kit_files(ASSIGNMENT, {"x.py": ""}, PACKAGE, "0").items():
        if not name.endswith(".py"):
            continue
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                assert node.name not in TASKS, name
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                assert not {getattr(t, "id", "") for t in targets} & set(TASKS), name


@pytest.mark.parametrize(
    ("solution", "found"),
    [("return sum(rows) / len(rows)", 1), ("total = add(rows)\nreturn sum(total) / len(rows)", 0)],
)
def test_the_end_of_a_computation_is_no_answer_without_its_steps(solution, found):
    pieces = Pieces()
    pieces.add_solution("mean", ast.parse(solution).body)
    assert len(pieces.search({"a.py": "share = sum(hits) / len(hits)\n"})) == found

"""Which of a person's files count, and what is said about it."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from autograder import notes
from autograder.gradescope import run as gradescope_run
from autograder.grading.named_but_missing import named_but_missing, still_true
from autograder.handins import finding
from autograder.handins.content import holds, written
from autograder.handins.finding import Place, find, one, read, whole_folder
from autograder.handins.submission import HandIn, Submission, UnusablePath
from autograder.handins.tree import TreeEntry
from autograder.model import CheckResult, Outcome
from autograder.notes import texts
from autograder.student.guest.forms.notebook import looks_like_one
from tests.batch.classes import ASSIGNMENT, ROOT, notebook, put, right
from tests.corpora import as_scripts, right_texts

STUBS = ROOT / "exercises" / "weight_init"
EXERCISES = tuple(ASSIGNMENT.exercises)
SIGMOID = b"import numpy as np\n\n\ndef sigmoid(a):\n    return 1 / (1 + np.exp(-a))\n"
INIT = b"def zeros_init(fan_in, fan_out):\n    return 0\n"


def stub(exercise: str, ending: str = ".py") -> bytes:
    return (STUBS / f"{exercise}{ending}").read_bytes()


def read_files(files: dict[str, bytes]) -> Submission:
    """What is read of one person's files, without a disk."""
    tree: dict[str, object] = {}
    for name, data in files.items():
        *folders, last = name.split("/")
        place = tree
        for folder in folders:
            place = place.setdefault(folder, {})
        place[last] = data
    return read(Place("ann", [lambda: entries(tree)]), ASSIGNMENT).submission


def entries(tree: dict[str, object]) -> list[TreeEntry]:
    return [
        TreeEntry(name, lambda most, data=data: data)
        if isinstance(data, bytes)
        else TreeEntry(name, entries=lambda data=data: entries(data))
        for name, data in tree.items()
    ]


def packed(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return data.getvalue()


def taken(submission: Submission) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in submission.files:
        found.setdefault(file.exercise, []).append(file.name)
    return found


@pytest.mark.parametrize("place", ["", "why-main/"])
def test_of_a_whole_checkout_only_the_exercises_are_the_students(place: str) -> None:
    files = {f"{place}exercises/weight_init/{e}.py": stub(e) for e in EXERCISES}
    for name, data in as_scripts(right_texts()).items():
        files[f"{place}solutions/weight_init/{name}"] = data
        files[f"{place}tests/golden/one/{name}"] = data
    found = read_files(files | {f"{place}autograder/cli.py": b"", f"{place}README.md": b""})
    assert {file.data for file in found.files} == {stub(exercise) for exercise in EXERCISES}
    (said,) = [note for note in found.notes if note.kind == "checkout"]
    assert "solutions, tests in it came with it" in said.text


def test_a_folder_of_ones_own_called_solutions_counts() -> None:
    found = read_files(
        {"solutions/backprop.py": SIGMOID, "exercises/backprop.py": stub("backprop")}
    )
    assert [file.data for file in found.files] == [SIGMOID]


# --- stubs, and work beside them -----------------------------------------------------------------


def test_what_was_handed_out_holds_no_work() -> None:
    for exercise, functions in ASSIGNMENT.exercises.items():
        for ending in (".py", ".ipynb"):
            data = stub(exercise, ending)
            assert holds(data, functions).defined == set(functions)
            assert written(data, functions) == frozenset()


def test_a_solution_is_all_work() -> None:
    for name, data in as_scripts(right_texts()).items():
        functions = ASSIGNMENT.exercises[Path(name).stem]
        assert written(data, functions) == set(functions)
        assert written(notebook(data), functions) == set(functions)


@pytest.mark.parametrize(
    "body",
    [
        "    return 1\n    raise NotImplementedError('f')\n",
        "    x = 1\n    raise NotImplementedError('f')\n",
        "    if True:\n        return 1\n    else:\n        raise NotImplementedError\n",
        "    pass\n",
    ],
)
def test_a_line_of_ones_own_is_work(body: str) -> None:
    assert written(f"def f(a):\n    '''Doc.'''\n{body}".encode(), ["f"]) == {"f"}


@pytest.mark.parametrize(
    "text",
    [
        "def f(\n    a,\n    b: int = 1,\n) -> 1:\n  # x\n  raise NotImplementedError(\n 'f'\n)",
        'def f(a): \n    """Doc: with raise."""\n\n    raise NotImplementedError\n',
        "f = {'a': None, 'b': None}\n",
    ],
)
def test_a_stub_in_other_dress_is_a_stub(text: str) -> None:
    assert holds(text.encode(), ["f"]).defined == {"f"}
    assert written(text.encode(), ["f"]) == frozenset()


@pytest.mark.parametrize("worked", [".py", ".ipynb"])
def test_an_untouched_form_beside_the_other_is_neither_read_nor_mentioned(worked: str) -> None:
    files = {f"{e}{ending}": stub(e, ending) for e in EXERCISES for ending in (".py", ".ipynb")}
    files["backprop" + worked] = SIGMOID if worked == ".py" else notebook(SIGMOID)
    submission = read_files(files)
    assert taken(submission)["backprop"] == ["backprop" + worked]
    assert submission.notes == ()


def test_what_was_handed_out_is_one_form_without_a_word() -> None:
    files = {f"{e}{ending}": stub(e, ending) for e in EXERCISES for ending in (".py", ".ipynb")}
    submission = read_files(files)
    assert taken(submission) == {exercise: [f"{exercise}.py"] for exercise in EXERCISES}
    assert submission.notes == ()


def test_where_both_forms_hold_work_both_are_read() -> None:
    submission = read_files({"backprop.py": SIGMOID, "backprop.ipynb": notebook(SIGMOID + b"#")})
    assert taken(submission) == {"backprop": ["backprop.py", "backprop.ipynb"]}


def test_equal_copies_are_one() -> None:
    submission = read_files({"backprop.py": SIGMOID, "backprop copy.py": SIGMOID})
    assert taken(submission) == {"backprop": ["backprop.py"]}
    assert submission.notes == ()


def test_there_is_an_end_to_copies() -> None:
    files = {f"backprop ({n}).py": SIGMOID + b"#" * n for n in range(10)}
    submission = read_files(files)
    assert len(submission.files) == 6
    assert {"not all files were read"} == {note.look for note in submission.notes if note.look}


# --- other names ---------------------------------------------------------------------------------


def test_another_name_is_read_and_the_right_one_told() -> None:
    submission = read_files({"backprop_final.py": SIGMOID, "my initializers!.py": INIT})
    assert taken(submission) == {"initializers": ["initializers.py"], "backprop": ["backprop.py"]}
    assert {note.look for note in submission.notes} == {"found under another name"}
    assert any("rename it to that" in note.text for note in submission.notes)


@pytest.mark.parametrize(
    "name", ["backprop.ipynb", "weight_init.ipynb", "hw3.py", "Untitled.ipynb"]
)
def test_all_in_one_file_is_read_for_every_exercise(name: str) -> None:
    everything = b"\n".join(right().values())
    submission = read_files({name: notebook(everything) if name.endswith("b") else everything})
    assert taken(submission) == {exercise: [name] for exercise in EXERCISES}
    (note,) = [note for note in submission.notes if note.kind == "elsewhere"]
    assert note.look == "found under another name"
    assert "initializers.py" in note.text


def test_a_file_for_one_exercise_is_read_for_another_only_if_that_lacks_something() -> None:
    both = SIGMOID + INIT
    assert "elsewhere" not in {n.kind for n in read_files(right() | {"notes.py": both}).notes}
    submission = read_files({"backprop.py": both, "initializers.py": stub("initializers")})
    assert taken(submission)["initializers"] == ["initializers.py", "backprop.py"]


@pytest.mark.parametrize("name", ["backprop.txt", "backprop.ipynb.txt", "backprop.ipynb.json"])
def test_an_ending_that_a_browser_made_is_taken_back_by_what_is_inside(name: str) -> None:
    assert read_files({name: SIGMOID}).files[0].name.endswith((".py", ".ipynb"))
    assert read_files({name: notebook(SIGMOID)}).files[0].name == "backprop.ipynb"


def test_what_a_notebook_looks_like() -> None:
    assert looks_like_one(notebook(b"x"))
    assert looks_like_one(b"\xef\xbb\xbf " + notebook(b"x"))
    assert not looks_like_one(b"{'cells': 1}\n" + SIGMOID)


# --- places --------------------------------------------------------------------------------------


def test_the_own_folder_is_found_beside_thousands_of_files() -> None:
    files = {f"env/lib{n}/pkg/m{m}.py": b"x = 1" for n in range(150) for m in range(16)}
    files |= {f"venv/Lib/site-packages/pkg/m{n}.py": SIGMOID for n in range(2_400)}
    files |= {f"data/{n}.txt": b"1" for n in range(3_000)}
    files |= {f"repo/a/b/c/weight_init/{name}": data for name, data in right().items()}
    submission = read_files(files)
    assert taken(submission) == {exercise: [f"{exercise}.py"] for exercise in EXERCISES}
    assert {note.kind for note in submission.notes} == {"taken-as"}


def test_folders_that_are_too_deep_are_named() -> None:
    deep = "/".join("abcdefghijklmnop")
    (note, *_) = read_files({f"{deep}/backprop.py": SIGMOID}).notes
    assert note.text == "folders deeper than a/b/c/d/e/f/g/h/i/j/k/l were not looked at"
    assert note.look


def test_an_archive_that_is_not_opened_is_named() -> None:
    submission = read_files({"hw.rar": b"Rar!"})
    assert "hand in the files themselves" in submission.notes[0].text
    assert submission.notes[0].look


def test_a_notebook_that_is_too_large_says_what_to_do(tmp_path: Path) -> None:
    path = put(tmp_path / "ann", {}) / "backprop.ipynb"
    with open(path, "wb") as file:
        file.truncate(21 * 1024 * 1024)
    (note, *_) = one(tmp_path / "ann", ASSIGNMENT).notes
    assert "clear the outputs" in note.text
    assert note.look


# --- no silence ----------------------------------------------------------------------------------


def test_a_name_that_stands_somewhere_is_told() -> None:
    submission = read_files({"backprop.py": SIGMOID, "notes.md": b"My normal_init draws numbers."})
    (note,) = submission.notes
    assert note.text.startswith("normal_init of initializers: defined in no file")
    assert note.look == "a function is named and not defined"


@pytest.mark.parametrize(
    ("own", "others"),
    [
        (["2_submissions", "4_revisions_1"], ["1_task", "3_corrections", "5_corrections_1"]),
        (["submissions/rev1", "submissions/rev2"], ["corrections"]),
        (["Submission attachment(s)"], ["Feedback Attachment(s)"]),
    ],
)
def test_what_a_teacher_gave_back_is_not_graded(own: list[str], others: list[str]) -> None:
    theirs = {f"{folder}/backprop.py": SIGMOID + folder.encode() for folder in own}
    given = {f"{folder}/backprop.py": SIGMOID + b"#" for folder in others}
    submission = read_files(theirs | given)
    assert {file.data for file in submission.files} <= set(theirs.values())
    (said,) = [note for note in submission.notes if note.kind == "given-back"]
    assert said.fields["folders"] == tuple(others)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("backprop.pdf", b"%PDF", "is a PDF, from which code cannot be had back"),
        ("homework.pdf", b"%PDF", "is a PDF, from which code cannot be had back"),
        ("backprop.PNG", b"\x89PNG", "is a picture, from which code cannot be had back"),
        ("backprop", b"PK", "does not end in"),
        ("Kopie von backprop.ipynb.gdoc", b"{}", "does not end in"),
        (".backprop.py.icloud", b"bplist00", "does not end in"),
        ("homework.url", b"[InternetShortcut]", "holds no code"),
        ("link.txt", b"Here it is: https://colab.example.org/drive/1\n", "holds no code"),
    ],
)
def test_what_is_handed_in_instead_of_a_file_is_told(name: str, data: bytes, why: str) -> None:
    submission = read_files({"initializers.py": INIT, name: data})
    (first, *_) = [note for note in submission.notes if "backprop" in note.text]
    assert first.text.startswith(f"{name} {why}")
    assert first.text.endswith("; hand in backprop.py or backprop.ipynb")
    assert first.look


def test_archives_within_an_archive_are_read_but_no_deeper_ones() -> None:
    inner = packed({"backprop.py": SIGMOID, "deeper.zip": packed({"diagnostics.py": b"x = 1"})})
    submission = read_files({"hw.zip": packed({"initializers.py": INIT, "rest.zip": inner})})
    assert taken(submission) == {"initializers": ["initializers.py"], "backprop": ["backprop.py"]}
    told = [note.text for note in submission.notes]
    assert any(text.startswith("hw.zip/rest.zip/deeper.zip is an archive within") for text in told)


def test_a_folder_called_like_a_file_is_looked_into() -> None:
    submission = read_files({"backprop.py/backprop.py": SIGMOID, "initializers.py/a.pdf": b""})
    assert [file.exercise for file in submission.files] == ["backprop"]
    assert any("initializers.py was left out: it is a folder" in n.text for n in submission.notes)


def test_nothing_is_instead_of_a_file_that_is_there() -> None:
    files = {f"{exercise}.py": b"x = 1" for exercise in ASSIGNMENT.exercises}
    odd = {"backprop.pdf": b"%PDF", "link.txt": b"https://x.org"}
    assert read_files(files | odd).notes == ()
    own = {"test_backprop.py": b"import pytest", "notes.txt": b"See https://x.org for more."}
    assert read_files({"initializers.py": INIT} | own).notes == ()


def test_names_in_a_file_of_any_ending_are_told() -> None:
    submission = read_files({"initializers.py": INIT, "answers.log": b"+def sigmoid(a): ..."})
    (note,) = submission.notes
    assert note.text.startswith("sigmoid of backprop: defined in no file")


@pytest.mark.parametrize("name", ["backprop", "backprop.py.bak", "hw.pyi", "backprop_py", "a.html"])
def test_code_is_read_whatever_its_file_is_called(name: str) -> None:
    submission = read_files({name: SIGMOID, "picture.png": b"\0" + SIGMOID})
    assert [file.data for file in submission.files] == [SIGMOID]
    assert submission.files[0].name == f"{name}.py"
    assert {note.look for note in submission.notes if name in note.text} == {
        "found under another name"
    }
    assert taken(read_files({name: SIGMOID, "backprop.py": SIGMOID + b"#"}))["backprop"]


def test_what_was_there_once_the_file_had_run_is_no_longer_told() -> None:
    known = [
        notes.ONLY_NAMED(functions=["sigmoid", "train"], exercise="backprop", file="backprop.py"),
        notes.LATE(file="backprop.py"),
    ]
    checks = [
        CheckResult("b.f.c", "backprop", name, 1.0, 0.0, Outcome.FAILED, diagnosis=diagnosis)
        for name, diagnosis in (("sigmoid", "wrong-axis"), ("train", "missing-function"))
    ]
    only, late = still_true(known, checks, [])
    assert only.text.startswith("train of backprop: defined in no file")
    assert late.kind == "late"
    page = notes.UNREADABLE(file="backprop.py", why="it is a web page")
    assert still_true(known, checks, [page]) == [late]


@pytest.mark.parametrize(
    "text",
    [
        "In [1]: def sigmoid(a):\n   ...:     return a\n",
        ">>> def sigmoid(a):\n...     return a\n",
        "get_ipython().run_cell_magic('time', '', 'def sigmoid(a):\\n    return a\\n')\n",
        "# MAGIC %%time\n# MAGIC def sigmoid(a):\n# MAGIC     return a\n",
        "# Commented out IPython magic to ensure Python compatibility.\n# def sigmoid(a): a\n",
    ],
)
def test_what_a_tool_wrote_beside_an_untouched_stub_is_read(text: str) -> None:
    stub = b"def sigmoid(a):\n    raise NotImplementedError('sigmoid: here')\n"
    files = read_files({"backprop.py": stub, "backprop (1).py": text.encode()}).files
    assert [file.data for file in files] == [text.encode()]


def test_the_lessons_own_words_are_no_sign() -> None:
    assert read_files({"backprop.py": SIGMOID + b"# see init_params"}).notes == ()


def test_a_function_that_is_named_and_not_there_is_told() -> None:
    checks = [
        CheckResult(
            "b.f.c", "backprop", name, 1.0, 0.0, Outcome.FAILED, diagnosis="missing-function"
        )
        for name in ("sigmoid", "train")
    ]
    files = [HandIn("backprop", "backprop.py", b"if 0:\n    def sigmoid(a): pass\n")]
    (note,) = named_but_missing(checks, files)
    assert note.text.startswith("sigmoid of backprop: named in backprop.py, but not defined")
    assert named_but_missing(checks, [HandIn("backprop", "backprop.py", b"x = 1")]) == []


# --- fronts --------------------------------------------------------------------------------------

ODD = {
    "backprop (1).py": SIGMOID,
    "Initializers.py": INIT,
    "deep/diagnostics.py": b"def neuron_gap(W):\n    return 0.0\n",
}


@pytest.mark.parametrize("files", [ODD, {f"hw/{n}": d for n, d in right().items()}, right()])
def test_one_folder_gives_the_same_files_in_every_front(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path / "class" / "ann", files)
    (place,) = find(tmp_path / "class", ASSIGNMENT).places
    in_class = read(place, ASSIGNMENT).submission
    assert len(in_class.files) == 3
    put(tmp_path / "submission", files)
    monkeypatch.chdir(folder)
    others = {
        "grade(path), pytest, show": one(folder, ASSIGNMENT),
        "from within": one(Path(), ASSIGNMENT),
        "Gradescope": whole_folder(tmp_path / "submission", ASSIGNMENT),
    }
    with zipfile.ZipFile(tmp_path / "ann.zip", "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    others["a zip"] = one(tmp_path / "ann.zip", ASSIGNMENT)
    for front, submission in others.items():
        assert submission.files == in_class.files, front
    assert gradescope_run.whole_folder is finding.whole_folder


def test_a_class_is_no_submission(tmp_path: Path) -> None:
    for person in ("ann", "ben"):
        put(tmp_path / "class" / person, right())
    with pytest.raises(UnusablePath, match="hand-ins of 2 people \\(ann, ben"):
        one(tmp_path / "class", ASSIGNMENT)


def test_nothing_in_a_folder_is_an_empty_submission(tmp_path: Path) -> None:
    assert one(tmp_path, ASSIGNMENT).files == ()
    with pytest.raises(UnusablePath, match="does not exist"):
        one(tmp_path / "nowhere", ASSIGNMENT)
    with pytest.raises(UnusablePath, match="is no folder"):
        whole_folder(tmp_path / "nowhere", ASSIGNMENT)


def test_notebooks_of_any_json_are_looked_into_without_a_word() -> None:
    for text in ("{}", "[1]", '{"cells": 3}', '{"cells": [1, {"source": 2}]}', "[" * 100_000):
        assert written(text.encode() + b'"def sigmoid("', ["sigmoid"]) <= {"sigmoid"}
    book = {"worksheets": [{"cells": [{"input": ["def sigmoid(a):\n", "    return 1"]}]}]}
    assert written(json.dumps(book).encode(), ["sigmoid"]) == {"sigmoid"}
    assert texts(read_files({"x.ipynb": b"{}"}).notes)[0] == "found only x.ipynb"

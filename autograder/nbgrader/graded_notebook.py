"""The graded notebook: the assignment's own cells, the student's answers in them, scores beside.

The released notebook is the master. Of the submission only the text of the cells that students
write is taken over, so nothing else of it, least of all a test cell, has any effect.
"""

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.catalogue import known_assignments
from autograder.handins.submission import HandIn
from autograder.nbgrader.course_folders import ReleasedNotebook
from autograder.nbgrader.function_scores import FunctionScore, harmless
from autograder.nbgrader.handed_in_cells import AssignedCells, pieces
from autograder.nbgrader.stored_pictures import StoredPicture
from autograder.nbgrader.written_answers import WrittenAnswer, in_notebook, in_script
from autograder.release.notebooks import CHECK
from autograder.student.guest.cells import UnreadableFile
from autograder.student.guest.reading import script_text

SVG = "image/svg+xml"
NO_ANSWER = "No response."
# Characters of a student's code in one notebook, and of an answer; and cells without a place of
# their own. Each time that it is looked at nbconvert takes 50 µs for a character and 2 ms for a
# cell: a megabyte of code took a minute. The longest file of the solutions has 25,000 characters.
MAX_SHOWN, MAX_REST = 60_000, 100
CUT = "# … cut here: there is more in the file as it was handed in"
NOT_FOUND = "The answer was not found in what was handed in; a person will look for it."
PICTURES = """\
## Your network, in pictures

Drawn by the grader from what your functions returned."""


@dataclass
class Marks:
    """What the gradebook gets for one notebook of one student.

    Attributes:
        grades: grade_id -> (points or None, whether a person has to look).
        comments: grade_id -> Markdown, or None.
        answers: grade_ids of the cells that a person grades, -> whether there is a new answer.
    """

    grades: dict[str, tuple[float | None, bool]] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)
    answers: dict[str, bool] = field(default_factory=dict)


def source(cell: Mapping[str, Any]) -> str:
    """The text of a cell of a notebook file."""
    text = cell.get("source", "")
    return "".join(text) if isinstance(text, list) else str(text)


def filled_in(
    master: ReleasedNotebook,
    files: tuple[HandIn, ...],
    questions: Mapping[str, FunctionScore],
    heading: str,
    pictures: Sequence[StoredPicture] = (),
) -> tuple[str, Marks]:
    """The notebook's text, and what goes into the gradebook.

    Args:
        questions: function -> score and comment.
        heading: what the student should know of the whole submission; may be empty.
    """
    return _Notebook(master, files, questions).build(heading, pictures)


class _Notebook:
    def __init__(
        self,
        master: ReleasedNotebook,
        files: tuple[HandIn, ...],
        questions: Mapping[str, FunctionScore],
    ) -> None:
        self.master, self.questions, self.files = master, questions, files
        self.cells = [pieces(file.name, file.data) for file in files]
        found = [piece for cells in self.cells for piece in cells]
        script = all(file.name.endswith(".py") for file in files)
        self.handed_in = AssignedCells(found, map(source, master.book["cells"]), script=script)
        self.marks = Marks()
        self.left = MAX_SHOWN

    def build(self, heading: str, pictures: Sequence[StoredPicture]) -> tuple[str, Marks]:
        cells = [self._cell(cell) for cell in self.master.book["cells"]]
        if heading:
            cells.insert(0, _markdown("grader-notes", heading))
        if pictures:
            cells.append(_markdown("pictures", PICTURES))
            cells += [_picture(n, picture) for n, picture in enumerate(pictures, 1)]
        rest = self.handed_in.rest()
        if rest:
            cells.append(_markdown("also-handed-in", "## Also handed in"))
            cells += self._rest([piece.text for piece in rest])
        # On one line: with indentation Python's slow encoder would write it, which took a fifth of
        # the time of making the notebooks (1.0 of 4.7 s for 24 students, profiled).
        text = json.dumps({**self.master.book, "cells": cells}, ensure_ascii=False)
        return text + "\n", self.marks

    def _rest(self, texts: Sequence[str]) -> Iterator[dict[str, Any]]:
        for number, text in enumerate(texts):
            if number == MAX_REST or not self.left:
                yield _code("also-more", CUT)
                return
            yield _code(f"also-{number + 1}", self._shown(text))

    def _shown(self, text: str) -> str:
        """Code, as far as there is room for it."""
        room, self.left = self.left, max(self.left - len(text), 0)
        return _within(text, room)

    def _cell(self, cell: Mapping[str, Any]) -> dict[str, Any]:
        about = cell["metadata"].get("nbgrader", {})
        name, grade, solution = (about.get(key) for key in ("grade_id", "grade", "solution"))
        if solution and cell["cell_type"] == "markdown":
            return self._answer(cell, name, bool(grade))
        if solution:
            return self._function(cell, name)
        if grade:
            return self._check(cell, name)
        return dict(cell)

    def _function(self, cell: Mapping[str, Any], name: str) -> dict[str, Any]:
        found = self.handed_in.function(name)
        question = self.questions.get(name)
        said = [f"*{harmless(found.note)}*"] if found.note else []
        said += [question.comment] if question and question.comment else []
        self.marks.comments[name] = "\n\n".join(said) or None
        return {
            **cell,
            "source": self._shown(found.text) or f"# {found.note or 'nothing was handed in'}",
            "outputs": [],
        }

    def _answer(self, cell: Mapping[str, Any], name: str, grade: bool) -> dict[str, Any]:
        released = source(cell)
        found = self._found(name, released)
        answered = bool(found.text.strip())
        if grade:
            # Whoever's answer is not found may have it somewhere else: a person looks.
            waits = answered or not found.untouched
            self.marks.grades[name] = (None, True) if waits else (0.0, False)
            self.marks.answers[name] = answered
        said = found.note if answered else NO_ANSWER if found.untouched else NOT_FOUND
        self.marks.comments[name] = said or None
        if not answered:
            return {**cell, "source": released}
        pasted = {"attachments": found.attachments} if found.attachments else {}
        return {**cell, "source": harmless(_within(found.text, MAX_SHOWN)), **pasted}

    def _found(self, name: str, released: str) -> WrittenAnswer:
        """The best answer in any of the files."""
        self.handed_in.answered(name)
        ours = [source(cell) for cell in self.master.book["cells"]]
        found = [
            *(in_script(_script(file), released, ours) for file in self.files),
            *(in_notebook(cells, name, released, ours) for cells in self.cells),
        ]
        answers = [answer for answer in found if answer.text.strip()]
        untouched = any(answer.untouched for answer in found)
        return answers[0] if answers else WrittenAnswer(untouched=untouched)

    def _check(self, cell: Mapping[str, Any], name: str) -> dict[str, Any]:
        question = self.questions.get(name.removeprefix(CHECK))
        if question is None:
            said = f"not graded: the grader knows no check of the name {name}"
            question = FunctionScore(None, 0.0, True, said, f"<p>{html.escape(said)}</p>")
        most = float(cell["metadata"]["nbgrader"].get("points", question.possible))
        score = None if question.score is None else min(max(question.score, 0.0), most)
        self.marks.grades[name] = (score, question.by_hand)
        text = "not graded yet" if score is None else repr(float(score))
        output = {
            "data": {"text/html": question.page, "text/plain": text},
            "execution_count": 1,
            "metadata": {},
            "output_type": "execute_result",
        }
        return {**cell, "execution_count": 1, "outputs": [output]}


def _within(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    # Between two words: of half a name of a pasted picture nbconvert would raise.
    end = max(text.rfind(" ", 0, room), text.rfind("\n", 0, room), 0)
    return f"{text[:end]}\n{CUT}"


def _script(file: HandIn) -> str:
    if file.name.lower().endswith(".ipynb"):
        return ""
    try:
        return script_text(file.data)
    except UnreadableFile:
        return ""


def _markdown(name: str, text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": text}


def _code(name: str, text: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": [],
        "source": text,
    }


def _picture(number: int, picture: StoredPicture) -> dict[str, Any]:
    """A cell that shows a picture, with the numbers for those who cannot see it."""
    return _code(f"picture-{number}", f"# {picture.title}") | {
        "outputs": [
            {
                "data": data,
                "metadata": {kind: {"alt": picture.title} for kind in data if kind == SVG},
                "output_type": "display_data",
            }
            for data in _outputs(picture)
        ]
    }


def _outputs(picture: StoredPicture) -> Iterator[dict[str, str]]:
    words = html.escape(picture.words)
    if picture.svg:
        yield {SVG: picture.svg, "text/plain": picture.words}
        summary = "<summary><a>the numbers in words</a></summary>"
        yield {"text/html": f"<details>{summary}<p>{words}</p></details>"}
    else:
        caption = f"<p>{html.escape(picture.caption)}</p>"
        yield {"text/html": caption + picture.html, "text/plain": picture.words}


def is_ours(assignment: str) -> bool:
    """Whether we have checks for an assignment of this name."""
    return assignment in known_assignments()

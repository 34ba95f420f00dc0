"""Notebooks larger than a file may be are read without what their cells have shown."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from autograder.handins import outputs
from autograder.handins.archives import in_archive
from autograder.handins.finding import one
from autograder.handins.outputs import without_outputs
from autograder.handins.submission import UnreadableEntry
from autograder.handins.tree import TreeEntry, read_file
from tests.batch.classes import ASSIGNMENT

SOURCE = 'print("outputs", ["]"])\ntext = "\\"outputs\\": [ {"\n'
SHOWN: list[Any] = [
    {"output_type": "stream", "name": "stdout", "text": ["]}\n", '"\\', "\\\\", 'a "[" \\']},
    {"output_type": "display_data", "data": {"image/png": "iVBOR" * 40, "x": [[1, {}], [[]]]}},
]


def notebook(shown: list[Any]) -> dict[str, Any]:
    cell = {"cell_type": "code", "id": "a", "metadata": {"outputs": "none"}, "source": [SOURCE]}
    cells = [cell | {"outputs": shown}, cell | {"outputs": []}, cell | {"outputs": shown}]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50, 127, 128, 129, 1000, 100_000])
@pytest.mark.parametrize("indent", [None, 1])
def test_nothing_else_is_dropped(
    size: int, indent: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "_CHUNK", size)
    data = json.dumps(notebook(SHOWN), indent=indent).encode()
    slim = without_outputs(data[:100], io.BytesIO(data[100:]))
    assert json.loads(slim) == notebook([])


def test_what_never_ends_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = json.dumps(notebook(SHOWN)).encode()
    with pytest.raises(UnreadableEntry, match="more than 100 bytes without"):
        without_outputs(whole, io.BytesIO(), 100)
    monkeypatch.setattr(outputs, "MAX_PIECES", 5)
    with pytest.raises(UnreadableEntry, match="more than 5 pieces"):
        without_outputs(whole, io.BytesIO())
    monkeypatch.setattr(outputs, "MAX_RAW", 500)
    with pytest.raises(UnreadableEntry, match="more than 500 bytes"):
        without_outputs(b'{"cells": [{"outputs": ["', io.BytesIO(b"A" * 1_100_000))


def test_it_is_read_so_from_a_folder_and_from_an_archive(tmp_path: Path) -> None:
    data = json.dumps(notebook(SHOWN * 20)).encode()
    (tmp_path / "backprop.ipynb").write_bytes(data)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("backprop.ipynb", data)
    (entry,) = in_archive(TreeEntry("hw.zip", lambda most: packed.getvalue()))
    assert entry.read is not None
    most = len(data) // 4
    for slim in (read_file(str(tmp_path / "backprop.ipynb"), most), entry.read(most)):
        assert json.loads(slim) == notebook([])
    with pytest.raises(UnreadableEntry, match="more than 50 bytes without"):
        read_file(str(tmp_path / "backprop.ipynb"), 50)


def test_the_work_of_a_large_notebook_counts(tmp_path: Path) -> None:
    book = notebook([{"output_type": "display_data", "data": {"image/png": "A" * 22_000_000}}])
    book["cells"][0]["source"] = "def sigmoid(a):\n    return 1.0\n"
    (tmp_path / "backprop.ipynb").write_text(json.dumps(book))
    submission = one(tmp_path, ASSIGNMENT)
    assert [file.name for file in submission.files] == ["backprop.ipynb"]
    assert len(submission.files[0].data) < 10_000

"""Names and archives changed at random: no traceback, nobody's files mixed, every file named.

`AUTOGRADER_FUZZ=10000` tries as many; a few hundred are tried otherwise.
"""

import gzip
import io
import os
import random
import tarfile
import zipfile
from pathlib import Path

import pytest

from autograder.handins.finding import find, read
from autograder.handins.naming import exercise_name
from autograder.handins.submission import UnusablePath
from autograder.showing import shown
from tests.batch.classes import ASSIGNMENT
from tests.handins.test_learning_systems import SYSTEMS

ROUNDS = int(os.environ.get("AUTOGRADER_FUZZ", "300"))
PEOPLE = ("jane", "ed", "Zoë", "al_7", "ann-marie")
# How a system marks a person's file, what the file is called being left open.
FORMS = (
    "{who}/{file}",
    "{who}/weight_init/{file}",
    "{who}/Desktop/hw/{file}",
    "class/{who}/{file}",
    "{who}_{id}_assignsubmission_file/{file}",
    "{who}_{id}_assignsubmission_file_{file}",
    "{who}_{id}_8{id}{at}_{file}",
    "{who}_LATE_{id}_8{id}{at}_{file}",
    "HW 1_{who}_attempt_2026-11-03-14-22-05_{file}",
    "{id}-67 - {who} - Nov 3, 2026 222 PM/{file}",
    "HW/Abgaben/Doe_{who}_x{id}_{id}/{file}",
    "Submitted files/{who}/HW/Version 1/{file}",
)
NAMES = (
    "{e}.py", "{e}.ipynb", "{e} (1).py", "{e}-Copy1.ipynb", "Copy of {e}.py", "Kopie von {e}.py",
    "{e}_final.py", "{e}.py.txt", "{e}__20261103142205.py", "{E}.PY", "“{e}.py”的副本.py",
)  # fmt: skip
ODD = '\0\n\t/\\:*?"<>|.%_-() “é\u202e\ud800\U0001f600'


def named(chance: random.Random, exercise: str) -> str:
    name = chance.choice(NAMES).format(e=exercise, E=exercise.upper())
    if chance.random() < 0.2:
        at = chance.randrange(len(name))
        name = name[:at] + chance.choice(ODD) + name[at + chance.randrange(2) :]
    return name


def packed(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.encode("utf-8", "replace").decode(), content)
    return data.getvalue()


def class_of(chance: random.Random) -> dict[str, bytes]:
    """A class in one form, every file of which says whose it is."""
    form, files = chance.choice(FORMS), {}
    for number, who in enumerate(chance.sample(PEOPLE, chance.randint(2, len(PEOPLE)))):
        for at, (exercise, functions) in enumerate(ASSIGNMENT.exercises.items()):
            file = named(chance, exercise)
            name = form.format(who=who, id=4000 + number, at=at, file=file)
            code = f"{next(iter(functions))} = '{who}'\n\n\ndef {functions[-1]}(a): ...\n"
            files[name] = code.encode()
    return files


def records_in(path: Path) -> tuple[list[list[bytes]], str]:
    """The files that each record is made of, and all that is said of others."""
    found = find(path, ASSIGNMENT)
    submissions = [read(place, ASSIGNMENT).submission for place in found.places]
    notes = [note.text for submission in submissions for note in submission.notes]
    assert all(text.isprintable() for text in notes)
    files = [file for submission in submissions for file in submission.files]
    assert all(file.exercise in ASSIGNMENT.exercises for file in files)
    return [[f.data for f in one.files] for one in submissions], " ".join([*found.strays, *notes])


def told(name: str, said: str) -> bool:
    """Whether a file is named, by the end of its name: the beginning may be the system's.

    NUL ends a name within an archive, and a backslash makes folders of it: nobody knows it then.
    Of a folder that is called like an exercise, its name is told.
    """
    *folders, file = name.split("/")
    called = [folder for folder in folders if exercise_name(folder, ASSIGNMENT.exercises)]
    known = any(shown(part)[-9:] in said for part in [file, *called])
    return known or bool({"\0", "\\"} & set(name))


def test_nobodys_files_are_mixed_whatever_they_are_called_and_each_is_graded_or_named(
    tmp_path: Path,
) -> None:
    path = tmp_path / "class.zip"
    for seed in range(ROUNDS):
        files = class_of(random.Random(seed))
        path.write_bytes(packed(files))
        records, said = records_in(path)
        for record in records:
            people = {data.split(b"'")[1] for data in record}
            assert len(people) <= 1, f"round {seed}: {people} in one record"
        graded = {data for record in records for data in record}
        silent = [name for name, data in files.items() if data not in graded]
        names = [name.encode("utf-8", "replace").decode() for name in silent]
        assert [name for name in names if not told(name, said)] == [], f"round {seed}"


def taken_by_tar(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as made:
        for name, content in files.items():
            member = tarfile.TarInfo(name.encode("utf-8", "replace").decode())
            member.size = len(content)
            made.addfile(member, io.BytesIO(content))
    return data.getvalue()


def compressed(files: dict[str, bytes]) -> bytes:
    return gzip.compress(taken_by_tar(files), mtime=0)


KINDS = {"zip": packed, "tar": taken_by_tar, "tgz": compressed}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", KINDS)
def test_damaged_archives_are_told_in_a_sentence(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"class.{kind}"
    systems = [KINDS[kind](files) for files, _ in SYSTEMS.values()]
    for seed in range(ROUNDS if kind == "zip" else ROUNDS // 3):
        chance = random.Random(seed)
        data = bytearray(chance.choice(systems))
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        path.write_bytes(data)
        try:
            places = find(path, ASSIGNMENT).places
        except UnusablePath:
            continue
        for place in places:
            assert read(place, ASSIGNMENT).submission.student == place.student

"""The README's term with nbgrader, command by command as it is printed, on a class of two."""

import csv
import json
import os
import re
import subprocess
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests import corpora
from tests.nbgrader.conftest import BIN, ROOT

pytest.importorskip("nbgrader")
START_SECONDS = 180  # a Jupyter server with all its extensions, on a busy machine


def printed() -> list[str]:
    """The commands, without what is said about them."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```console\n(\$ autograder course.*?)```", text, re.DOTALL)
    lines = [line for line in block.splitlines() if line.startswith("$ ")]
    return [re.sub(r"\s+#.*", "", line.removeprefix("$ ")) for line in lines]


def environment(folder: Path) -> dict[str, str]:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "PYTHONPATH": str(ROOT), "BROWSER": "true"}
    return os.environ | own | {"JUPYTER_RUNTIME_DIR": str(folder / "runtime")}


def download(course: Path) -> None:
    """What Canvas makes of a class in which one handed in a letter."""
    archive = course / "downloaded" / "weight_init" / "archive" / "submissions.zip"
    archive.parent.mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as file:
        for number, (name, data) in enumerate(corpora.as_scripts(corpora.right_texts()).items()):
            file.writestr(f"leeann_12345_{67890 + number}_{name}", data)
        file.writestr("zed_33333_67899_letter.docx", b"x")


def look_at_formgrader(command: str, course: Path) -> str:
    """Start the server, ask it for its page, end it."""
    runtime = environment(course)
    with open(course / "server.log", "wb") as log:
        server = subprocess.Popen(
            command, shell=True, cwd=course, env=runtime, stdout=log, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
    try:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and server.poll() is None:
            for path in (course / "runtime").glob("jpserver-*.json"):
                about = json.loads(path.read_text())
                address = f"{about['url']}formgrader?token={about['token']}"
                with urllib.request.urlopen(address) as answer:
                    page: str = answer.read().decode()
                    return page
            time.sleep(0.2)
        raise AssertionError((course / "server.log").read_text())
    finally:
        os.killpg(server.pid, 15)
        server.wait(30)


def test_all_ten_commands_run_as_printed(tmp_path: Path) -> None:
    first, *others = printed()
    assert len(others) == 9
    assert first == "autograder course mycourse && cd mycourse"
    course = tmp_path / "mycourse"
    (tmp_path / "solutions").symlink_to(ROOT / "solutions")
    for command in [first, *others]:
        place = course if course.exists() else tmp_path
        if command == "nbgrader formgrader":
            assert "formgrader" in look_at_formgrader(command, course)
            continue
        done = subprocess.run(
            command, shell=True, cwd=place, env=environment(course), capture_output=True,
            text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        if place is tmp_path:
            download(course)
    with open(course / "grades.csv", encoding="utf-8", newline="") as file:
        found = {row["student"]: row for row in csv.DictReader(file)}
    assert {who: float(row["score"]) for who, row in found.items()} == {
        "leeann_12345": 100.0,
        "zed_33333": 0.0,
    }
    assert {row["status"] for row in found.values()} == {"needs a person"}
    feedback = list((course / "exchange" / "mycourse" / "feedback").iterdir())
    assert len(feedback) >= 6

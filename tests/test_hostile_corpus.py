"""The hostile corpus is in form: it says what it is, it is data, and it cannot do lasting harm.

No overlay is run here. What the grader does with them is tested where the grader is.
"""

import ast
import contextlib
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import corpora
from tests.corpus.hostile import files, overlays, traces

OVERLAYS = list(overlays.overlays())
TEXTS = corpora.right_texts()
README = (overlays.HERE / "README.md").read_text(encoding="utf-8")
DESTRUCTIVE = re.compile(
    r"\b(rmtree|unlink|os\.remove|os\.rmdir|kill\(-1|killpg\((0|1)\b|reboot|truncate\(\")"
)


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.name)
def test_an_overlay_is_in_form_and_of_a_kind_that_the_readme_explains(
    overlay: overlays.Overlay,
) -> None:
    text = overlay.path.read_text(encoding="utf-8")
    compile(f"{TEXTS[overlay.exercise]}\n\n{text}", overlay.name, "exec")
    # By itself it stops at its first statement, which is a name of the exercise.
    first = ast.parse(text).body[0]
    assert isinstance(first, ast.Expr | ast.Assign)
    assert isinstance(first.value, ast.Name)
    assert first.value.id in overlays.CONTRACT[overlay.exercise]
    # It leaves traces of its own name only.
    assert set(re.findall(traces.PREFIX + r"(\w+)", text)) <= {overlay.path.stem}
    assert not DESTRUCTIVE.search(text)
    assert f"| {overlay.kind} |" in README


def test_names_of_overlays_and_forms_are_unique() -> None:
    names = [overlay.path.stem for overlay in OVERLAYS] + [*files.FORMS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("form", files.FORMS.values(), ids=lambda form: form.name)
def test_form_says_what_is_expected_and_is_built_inside_its_folder(
    form: files.Form, tmp_path: Path
) -> None:
    assert form.attempts
    assert f"| {form.kind} |" in README
    for expectation in (form.expectation, *form.students.values()):
        assert not set(expectation.full) & set(expectation.nothing)
        assert {*expectation.full, *expectation.nothing} <= set(files.EXERCISES)
        assert set(expectation.status) <= {"graded", "empty", "unreadable", "error"}
    folder = tmp_path / "around" / "submission"
    folder.mkdir(parents=True)
    before = set(traces.left_behind())
    try:
        path = form.place(folder, TEXTS)
    except OSError as error:
        pytest.skip(f"this file system cannot hold it: {error}")
    assert path.is_dir() or path.is_file()
    assert set(form.students) <= {child.name for child in folder.iterdir()}
    assert {child.name for child in tmp_path.iterdir()} == {"around"}
    assert set(traces.left_behind()) <= before
    subprocess.run(["chmod", "-R", "u+rwx", tmp_path / "around"], check=True)


def test_reading_the_corpus_runs_nothing() -> None:
    code = (
        "from tests.corpus.hostile import files, overlays; list(overlays.overlays()); files.FORMS"
    )
    root = Path(__file__).parent.parent
    before = set(traces.left_behind())
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True)
    assert set(traces.left_behind()) <= before


def test_a_trace_is_found_and_swept_away(tmp_path: Path) -> None:
    trace = tmp_path / "deep" / f"{traces.PREFIX}x"
    trace.mkdir(parents=True)
    (trace / "inside").write_text("left")
    assert trace in traces.files_left([tmp_path])
    assert repr(str(trace)) in traces.left_behind([tmp_path])
    traces.sweep([trace, trace.parent])
    assert trace not in traces.files_left([tmp_path])
    assert trace.parent.exists()


@pytest.mark.skipif(not Path("/proc/self/comm").exists(), reason="needs /proc")
def test_a_process_that_outlives_is_found() -> None:
    code = f"print(flush=True); input() # {traces.PREFIX}x"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert any(f"process {process.pid}:" in line for line in traces.processes_left())
        process.communicate(b"\n")
    assert not any(f"process {process.pid}:" in line for line in traces.processes_left())


def test_the_port_the_network_attacks_aim_at_can_be_heard() -> None:
    with contextlib.ExitStack() as stack:
        try:
            heard = stack.enter_context(traces.listening())
        except OSError as error:
            pytest.skip(f"somebody else listens on the port: {error}")
        assert heard() == []
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
            line.sendto(b"hostile", ("127.0.0.1", traces.PORT))
        assert heard() == [b"hostile"]


def test_the_canary_is_taken_away_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with traces.planted() as text:
        assert text in (tmp_path / traces.CANARY_FILE).read_text()
    assert not (tmp_path / traces.CANARY_FILE).exists()

"""The command line as a whole; each command's own tests lie with what it does."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder import __version__, cli

SOLUTIONS = Path(__file__).parents[2] / "solutions"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "autograder", *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_it_says_its_version_and_its_commands() -> None:
    assert __version__ in run("--version").stdout
    done = run("--help")
    assert done.returncode == 0
    for name, (_, words) in cli.COMMANDS.items():
        assert name in done.stdout
        assert words.split()[0] in done.stdout


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    result = CliRunner().invoke(cli.main, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert "Usage:" in result.output
    assert "\\b" not in result.output
    assert all(line.isprintable() for line in result.output.splitlines())


def test_a_table_in_a_commands_help_stays_one() -> None:
    lines = CliRunner().invoke(cli.main, ["export", "--help"]).output.splitlines()
    firsts = [line.split()[0] for line in lines if line.startswith("  ") and line.split()]
    assert "canvas" in firsts
    assert "junit" in firsts


def test_an_unknown_command_gets_one_sentence() -> None:
    done = run("grde")
    assert done.returncode == 2
    assert "No such command" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_imports_no_command() -> None:
    code = "import sys, autograder.cli; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_release_without_solutions_says_where_to_run_it(tmp_path: object) -> None:
    done = run("release", "--solutions", "no/such/folder")
    assert done.returncode == 1
    assert "does not exist" in done.stderr


def test_a_release_says_what_it_has_changed(tmp_path: Path) -> None:
    words = ["release", "--solutions", str(SOLUTIONS), "--exercises", str(tmp_path / "exercises")]
    first = CliRunner().invoke(cli.main, [*words, "--kit", str(tmp_path / "kit.zip")])
    assert first.exit_code == 0, first.output
    assert first.output.count("changed  ") == 6
    assert f"kit      {tmp_path / 'kit.zip'}" in first.output
    second = CliRunner().invoke(cli.main, words)
    assert second.output.count("same     ") == 6
    assert "changed" not in second.output


@pytest.mark.parametrize(
    ("text", "words"), [("# %%\n### BEGIN SOLUTON\n", "backprop.py"), (None, "Is a directory")]
)
def test_a_release_that_goes_wrong_gets_one_sentence(
    tmp_path: Path, text: str | None, words: str
) -> None:
    source = tmp_path / "solutions" / "weight_init"
    source.mkdir(parents=True)
    if text is None:
        (source / "backprop.py").mkdir()
    else:
        (source / "backprop.py").write_text(text)
    asked = ["--solutions", str(source.parent), "--exercises", str(tmp_path / "exercises")]
    result = CliRunner().invoke(cli.main, ["release", *asked])
    assert result.exit_code == 1
    assert words in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert not (tmp_path / "exercises").exists()


def test_what_a_terminal_cannot_show_ends_no_command(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "ascii", line_buffering=True))
    assert cli.main.callback is not None
    cli.main.callback()
    print("90 \u2588\u2588 of 100")
    assert written.getvalue() == b"90 ?? of 100\n"


@pytest.mark.parametrize("command", [["grade", str(SOLUTIONS), "--out"], ["demo", "--out"]])
def test_no_place_for_temporary_files_is_one_sentence(
    command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def gettempdir() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr("tempfile.gettempdir", gettempdir)
    result = CliRunner().invoke(cli.main, [*command, str(tmp_path / "out")])
    assert result.exit_code == 1
    assert "name one in TMPDIR" in result.output
    assert not (tmp_path / "out").exists()

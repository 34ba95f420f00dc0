"""The command line as a whole; each command's own tests lie with what it does."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from autograder import __version__, cli


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

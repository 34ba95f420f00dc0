"""The command line. Each command lives with what it does and is imported when it is called."""

import importlib
import io
import sys
from pathlib import Path

import click

from autograder._version import __version__

# Name -> where the command is, and its line of help (so that --help imports nothing).
COMMANDS = {
    "grade": ("autograder.batch.commands", "Grade a folder of submissions, or a zip of them."),
    "report": ("autograder.pages.commands", "Write pages of feedback and a report on the class."),
    "export": ("autograder.exports.commands", "Write scores for other systems."),
    "bundle": ("autograder.gradescope.commands", "Build an autograder for another system."),
    "show": ("autograder.pictures.commands", "Draw what your own network does."),
    "release": ("autograder.release.commands", "Rebuild the exercises and the students' kit."),
    "course": ("autograder.nbgrader.commands", "Make a ready nbgrader course."),
    "gradebook": ("autograder.nbgrader.commands", "Write results into nbgrader's gradebook."),
    "new": ("autograder.authoring.commands", "Write an assignment of your own to start from."),
    "prove": ("autograder.authoring.commands", "Prove that an assignment's checks are right."),
    "demo": ("autograder.batch.commands", "Make and grade a sample class."),
    "doctor": ("autograder.batch.commands", "Say which lock-down this machine offers."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, context: click.Context) -> list[str]:
        # A kit for students holds a part of the package, and offers what is in it.
        return [name for name, (place, _) in COMMANDS.items() if _is_there(place)]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(context):
            return None
        place, _ = COMMANDS[name]
        module = importlib.import_module(place)
        command = getattr(module, f"{name}_command", None) or getattr(module, name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            offered = self.list_commands(context)
            formatter.write_dl([(name, COMMANDS[name][1]) for name in offered])


def _is_there(place: str) -> bool:
    package, _, module = place.rpartition(".")
    folder = Path(__file__).parent.joinpath(*package.split(".")[1:])
    return (folder / f"{module}.py").exists()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="autograder")
def main() -> None:
    """Exercises on weight initialization, and a grader for them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a terminal cannot show ends no command
            stream.reconfigure(errors="replace")

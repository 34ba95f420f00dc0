"""From solved lessons to what students get: stubs, notebooks and a kit that holds no answer."""

from autograder.release.build import Release, exercise_files, pieces_of, read_solutions, release
from autograder.release.errors import ReleaseError
from autograder.release.notebooks import notebook_text, solved_notebook, stub_notebook
from autograder.release.script import Script, read_script
from autograder.release.stubs import stub_script

__all__ = [
    "Release",
    "ReleaseError",
    "Script",
    "exercise_files",
    "notebook_text",
    "pieces_of",
    "read_script",
    "read_solutions",
    "release",
    "solved_notebook",
    "stub_notebook",
    "stub_script",
]

"""The one way in which a release refuses."""

from pathlib import Path

from autograder.refusals import Refusal


class ReleaseError(Refusal):
    """A source that cannot be released safely.

    Attributes:
        path: the file (or folder) at fault.
        line: the line in it, counted from 1; None when the fault is of the whole.
        message: one sentence: what is wrong, and what would be right.
    """

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        """Keep the place and the sentence; `str()` of the error is both."""
        self.path = path
        self.line = line
        self.message = message
        place = str(path) if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {message}")

"""What an instructor decides when the bundle is built, and what the container is told."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from autograder.exports.gradescope import Visibility

SETTINGS, SALT = "settings.json", "salt"
UNFINISHED = (
    "Your submission was received, but grading it did not come to an end, so there are no points "
    "yet. Submit it again; if that does not help, tell your instructor."
)


@dataclass(frozen=True, slots=True)
class BundleSettings:
    """How the bundle grades.

    Attributes:
        assignment: the assignment's name.
        seed: decides the cases, together with the salt and the student if there is a salt.
        seconds: wall time for one submission.
        memory_mb: memory of the student process.
        visibility: rules of `Visibility`.
        unsafe: grade even where student code can be given neither a lock-down nor another user.
    """

    assignment: str
    seed: int = 0
    seconds: float = 60.0
    memory_mb: int = 1024
    visibility: Sequence[str] = ()
    unsafe: bool = False

    def __post_init__(self) -> None:
        """Raises `ExportError` for a visibility that Gradescope does not know."""
        Visibility(self.visibility)

    def encoded(self) -> str:
        """The text of the file."""
        return json.dumps(asdict(self), indent=1) + "\n"


def read_settings(source: Path) -> tuple[BundleSettings, bytes]:
    """The settings and the salt in the folder that Gradescope unpacked."""
    settings = BundleSettings(**json.loads((source / SETTINGS).read_text(encoding="utf-8")))
    salt = source / SALT
    return settings, salt.read_bytes() if salt.exists() else b""

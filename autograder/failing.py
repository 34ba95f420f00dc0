"""How a check ends when it fails: what was seen, in facts that others put into words."""

from dataclasses import dataclass
from typing import NoReturn


@dataclass(frozen=True, slots=True)
class Finding:
    """What a failed check saw, in the student's words.

    Attributes:
        observed: what was seen ("W1 is off by 61 %").
        expected: what should have been seen; may be empty where the claim says it.
        ran: which call was made on what.
        diagnosis: the id of the misconception that the numbers show, or None.
        where: in which part of the function's domain it begins ("only for square W").
        calls: the numbers of the calls that show it, in the order of the program.
    """

    observed: str
    expected: str = ""
    ran: str = ""
    diagnosis: str | None = None
    where: str = ""
    calls: tuple[int, ...] = ()


class Failed(Exception):
    """Ends a check that failed; `kept` is the share of its points that is earned all the same."""

    def __init__(self, finding: Finding, kept: float = 0.0) -> None:
        super().__init__(finding.observed)
        self.finding = finding
        self.kept = kept


def fail(
    observed: str,
    *,
    expected: str = "",
    ran: str = "",
    diagnosis: str | None = None,
    where: str = "",
    calls: tuple[int, ...] = (),
    kept: float = 0.0,
) -> NoReturn:
    """End the check as failed; the arguments are those of `Finding` and `Failed`.

    Raises:
        Failed: always.
    """
    raise Failed(Finding(observed, expected, ran, diagnosis, where, calls), kept)

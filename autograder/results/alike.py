"""Who has written the same as somebody else, and who nearly the same."""

from contextlib import suppress
from dataclasses import dataclass, field

from autograder.handins.winnowing import Prints, decoded, groups_alike
from autograder.model import Report


@dataclass
class Alike:
    """Hand-ins of a class, to be compared with one another.

    Attributes:
        identical: likeness -> the students who share it.
        prints: student -> fingerprints of what they wrote, of one of the identical ones only.
    """

    identical: dict[str, list[str]] = field(default_factory=dict)
    prints: dict[str, Prints] = field(default_factory=dict)

    def add(self, report: Report) -> None:
        """Take in one more."""
        students = self.identical.setdefault(report.likeness, []) if report.likeness else []
        students.append(report.student)
        if len(students) == 1 and report.prints:
            with suppress(ValueError):  # a record that another program wrote
                self.prints[report.student] = decoded(report.prints)

    def groups(self) -> list[tuple[str, list[str]]]:
        """(What they are, who) for groups of two and more; the identical first, the largest first.

        Nearly the same as one of several identical ones is nearly the same as all of them.
        """
        several = [sorted(students) for students in self.identical.values() if len(students) > 1]
        several.sort(key=lambda group: (-len(group), group))
        said = [(f"{len(group)} hand-ins are identical up to names", group) for group in several]
        twins = {group[0]: group for group in self.identical.values()}
        for group in groups_alike(self.prints):
            whole = sorted(who for student in group for who in twins.get(student, [student]))
            said.append((f"{len(whole)} hand-ins are nearly the same", whole))
        return said

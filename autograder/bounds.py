"""What an author demands of his checks; `autograder prove` holds them against it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds below which checks do not count as proved.

    Attributes:
        caught: share of the wrong files that lose points at their function on every seed.
        elsewhere: how many wrong files may lose points at other functions, end-to-end claims apart.
        named: share of the wrong files with an id in their first line that get one of these ids.
        mutants: share of the mutants that are wrong somewhere on the declared domain and lose
            points at their function. A check meets all pairs of levels, and mutants are held
            against all triples: what needs three levels at once to show is let through. Of 40 to
            225 mutants of each assignment in tests/authors and of the template, 98 to 100 % were
            caught, and 100 of 100 of weight_init.
        idle: how many checks may catch nothing at all, neither a wrong file nor a mutant.
        rejected: how many right files may lose points.
        spread: points by which the score of one file may differ from seed to seed.
        chance: of a right submission to lose points, by calculation: the sum of the checks' own.
        share: of the bound on a value that right answers may take up, at most: 0.3 % is the
            most that was measured there.
    """

    caught: float = 1.0
    elsewhere: int = 0
    named: float = 0.95
    mutants: float = 0.95
    idle: int = 0
    rejected: int = 0
    spread: float = 0.0
    chance: float = 1e-9
    share: float = 0.01

"""What authors of assignments use: a template to start from, and a proof of their checks.

| for | take |
|---|---|
| wrong variants of a solution | `edits`, `deviations` |
| a closer look at the domain | `difference`, `share_of_bounds` |
| functions answered in this process | `answers_to`, of `trying` |

What checks are made of is in `autograder.checking`.
"""

from autograder.authoring.denser import difference, share_of_bounds
from autograder.authoring.deviations import deviations
from autograder.authoring.mutants import edits

__all__ = ["deviations", "difference", "edits", "share_of_bounds"]

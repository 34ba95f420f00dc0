"""What checks are made of, whatever the assignment; everything that an author needs is here.

| for | take |
|---|---|
| where a function is promised to be right | `Domain`, `Factor`, `Level`, `Measure`; the factors
`LAYOUT` (how arrays lie in memory) and `REPETITION` (calls that are made again) |
| asking it there | `Probe`, with `within` or `Expected` for what is right, and how nearly |
| the same for a function that maps an array entry by entry | `elementwise` |
| judging the values, and where they go wrong | `judge_values` |
| what it changes, shares and keeps | `judge_conduct` |
| what one call must return | `array`, `whole`, `number`, `params`, `several`, for
`Call(..., returns=…)` |
| whether two arrays agree | `require_close`, `normwise`, `same` |
| derivatives by a complex step | `slope` of an elementwise function, `gradient` of a number |
| a random initializer | `Drawing`, and for what it drew `judge_spread`, `judge_law`,
`judge_independence`, `judge_source` |
| other random numbers | `dependence`, and the bounds `mean_bound`, `variance_bounds`, `law_bound` |
| the part of a domain in words | `region` |
| answers that are one number, or several arrays | `one_number`, `several_parts`, as the `unpack`
of a `Probe`; whole numbers and truth values are judged as such where the truth holds them |
| naming the wrong idea behind wrong values | `Bank`, `recognised_by` |

Each of them has an example in the docstring of its module, and a test runs them.
"""

from autograder.checking.chance import dependence
from autograder.checking.conduct import judge_conduct
from autograder.checking.domain import Domain, Factor, Level, Measure
from autograder.checking.draws import Drawing
from autograder.checking.elementwise import elementwise
from autograder.checking.forms import array, number, params, several, whole
from autograder.checking.intake import require_close
from autograder.checking.judging import judge_values
from autograder.checking.judging_draws import judge_independence, judge_law, judge_source
from autograder.checking.judging_spread import judge_spread
from autograder.checking.numbers import one_number, several_parts
from autograder.checking.probe import LAYOUT, REPETITION, Expected, Probe, within
from autograder.checking.recognition.bank import Bank, recognised_by
from autograder.checking.regions import region
from autograder.checking.sameness import same
from autograder.numerics import gradient, law_bound, mean_bound, normwise, slope, variance_bounds

__all__ = [
    "LAYOUT", "REPETITION", "Bank", "Domain", "Drawing", "Expected", "Factor", "Level", "Measure",
    "Probe", "array", "dependence", "elementwise", "gradient", "judge_conduct",
    "judge_independence", "judge_law", "judge_source", "judge_spread", "judge_values", "law_bound",
    "mean_bound", "normwise", "number", "one_number", "params", "recognised_by", "region",
    "require_close", "same", "several", "several_parts", "slope", "variance_bounds", "whole",
    "within",
]  # fmt: skip

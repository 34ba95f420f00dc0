"""Where `normal_init` is promised to draw from N(0, std²): every size and std."""

from autograder.checking.domain import Domain, Factor, Level
from autograder.checking.draws import GENERATOR, LARGE, SHAPE, Drawing

STD = Factor(
    "std", (Level(0.4, "for std 0.4"), Level(1e-6, "for std 1e-6"), Level(1e3, "for std 1,000"))
)
NORMAL_INIT = Drawing(
    "normal_init",
    spread=lambda fan_in, fan_out, std: std,
    domain=Domain((SHAPE, STD, GENERATOR), extra=(LARGE,)),
    between=lambda corner: (corner["std"],),
    small=((0.4,), (0.05,), (1e-6,), (7.0,), (1e3,)),
    alike=(0.4,),
)

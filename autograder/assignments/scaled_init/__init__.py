"""The assignment on initialization for depth: the size of random weights, signals, dead units."""

from pathlib import Path

from autograder.assignments.scaled_init.recognition import IDEAS
from autograder.assignments.scaled_init.right import RIGHT
from autograder.catalogue import Assignment
from autograder.checking.cases import Numbers
from autograder.misconceptions import read_misconceptions
from autograder.model import WrittenMark

ASSIGNMENT = Assignment(
    name="scaled_init",
    exercises={
        "scales": [
            "lecun_normal",
            "glorot_normal",
            "glorot_uniform",
            "he_normal",
            "orthogonal_init",
        ],
        "depth": [
            "relu",
            "relu_grad",
            "forward_deep",
            "signal_through_depth",
            "gradient_through_depth",
        ],
        "dead_units": ["dead_fraction", "PREDICTIONS"],
    },
    cases=Numbers,
    right=RIGHT,
    misconceptions=read_misconceptions(Path(__file__).with_name("misconceptions.toml")),
    recognise=IDEAS.recognise,
    ruler=["stack.py", "right.py"],
    written=[WrittenMark("why_the_square", "dead_units", 10.0)],
    corpus="tests/corpus_scaled_init",  # in a checkout
)

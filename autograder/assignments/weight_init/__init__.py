"""The assignment on weight initialization: symmetry, symmetry breaking and saturation."""

from pathlib import Path

from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.recognition import IDEAS
from autograder.assignments.weight_init.right import RIGHT
from autograder.catalogue import Assignment
from autograder.misconceptions import read_misconceptions
from autograder.model import WrittenMark

ASSIGNMENT = Assignment(
    name="weight_init",
    exercises={
        "initializers": ["zeros_init", "constant_init", "normal_init", "init_params"],
        "backprop": [
            "sigmoid",
            "sigmoid_grad",
            "tanh_grad",
            "layer_forward",
            "forward",
            "layer_backward",
            "backward",
            "sgd_step",
            "train",
        ],
        "diagnostics": ["neuron_gap", "saturated_fraction", "relative_gradient", "PREDICTIONS"],
    },
    cases=Cases,
    right=RIGHT,
    misconceptions=read_misconceptions(Path(__file__).with_name("misconceptions.toml")),
    recognise=IDEAS.recognise,
    bears_out=IDEAS.bears_out,
    ruler=["network.py", "right.py", "stacks.py"],
    written=[WrittenMark("why_the_copies_stay", "backprop", 10.0)],
    corpus="tests/corpus",  # in a checkout
)

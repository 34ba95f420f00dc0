"""Which functions have a hand in what is drawn, and what is drawn of what they return."""

from typing import Any

from autograder.catalogue import fail

FORWARD = ("init_params", "sigmoid", "layer_forward", "forward")
BACKWARD = (*FORWARD, "sigmoid_grad", "tanh_grad", "layer_backward", "backward")
TRAINING = (*BACKWARD, "sgd_step", "train")


def only_part(sent: Any, function: str, part: str) -> Any:
    """What came of a call that asked for one part; fails where that is not there.

    Args:
        sent: a list of that part; all of the value where it is not there (`Call.parts`).
        function, part: their names, for what is said then.
    """
    if type(sent) is not list or len(sent) != 1:
        fail(f"what {function} returned has no {part}")
    return sent[0]

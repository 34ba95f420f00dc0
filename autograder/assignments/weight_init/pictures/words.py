"""Which functions have a hand in what is drawn."""

from __future__ import annotations

FORWARD = ("init_params", "sigmoid", "layer_forward", "forward")
BACKWARD = (*FORWARD, "sigmoid_grad", "tanh_grad", "layer_backward", "backward")
TRAINING = (*BACKWARD, "sgd_step", "train")

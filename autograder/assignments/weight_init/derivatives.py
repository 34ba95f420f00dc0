"""Derivatives on the quickest way there is: the kit has the slow one only."""

try:
    from autograder.assignments.weight_init.at_once import gradients, layer_slopes
except ModuleNotFoundError:  # a kit
    from autograder.assignments.weight_init.network import gradients, layer_slopes

__all__ = ["gradients", "layer_slopes"]

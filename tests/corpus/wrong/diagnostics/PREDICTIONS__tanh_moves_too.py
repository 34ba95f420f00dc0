# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Both activations behave in the same way: the first layer moves at the second step.
PREDICTIONS = {**PREDICTIONS, "tanh_first_layer_moves": True}

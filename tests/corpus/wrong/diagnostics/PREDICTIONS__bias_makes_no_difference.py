# wrong: diagnostics.PREDICTIONS: prediction-wrong
# The weights are zero, so are their gradients.
PREDICTIONS["zero_with_random_hidden_biases"] = False

# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Only weights can break the symmetry.
PREDICTIONS["zero_with_random_hidden_biases"] = False
PREDICTIONS["first_constant_second_random"] = False

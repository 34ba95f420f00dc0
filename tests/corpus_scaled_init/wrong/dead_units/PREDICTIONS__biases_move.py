# wrong: dead_units.PREDICTIONS: prediction-wrong
# At least the biases of the last layer move.
PREDICTIONS["zero_relu_moves"] = True

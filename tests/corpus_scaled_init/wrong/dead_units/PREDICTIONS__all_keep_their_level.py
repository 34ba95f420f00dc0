# wrong: dead_units.PREDICTIONS: prediction-wrong
# Everything keeps its level with the right factor.
PREDICTIONS = PREDICTIONS | {"glorot_tanh": True, "he_relu_narrow": True}

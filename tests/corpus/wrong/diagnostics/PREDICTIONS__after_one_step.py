# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Tried it: after one step W1 is still zero.
PREDICTIONS["sigmoid_first_layer_moves"] = False

# wrong: diagnostics.PREDICTIONS: prediction-wrong
# With zero weights no gradient ever reaches the first layer.
PREDICTIONS = {**PREDICTIONS, "sigmoid_first_layer_moves": False}

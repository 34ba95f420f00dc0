# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Gradient descent moves everything sooner or later.
PREDICTIONS = dict.fromkeys(PREDICTIONS, True)

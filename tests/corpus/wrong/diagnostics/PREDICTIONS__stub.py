# wrong: diagnostics.PREDICTIONS: not-implemented | prediction-wrong
# As it was handed out.
PREDICTIONS = dict.fromkeys(PREDICTIONS)

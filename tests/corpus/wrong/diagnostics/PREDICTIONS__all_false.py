# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Nothing ever becomes different.
PREDICTIONS = {name: False for name in PREDICTIONS}

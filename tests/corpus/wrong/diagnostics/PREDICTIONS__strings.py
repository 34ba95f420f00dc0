# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Text instead of True and False; "False" is a true value.
PREDICTIONS = {name: str(value) for name, value in PREDICTIONS.items()}

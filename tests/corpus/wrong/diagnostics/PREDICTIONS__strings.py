# wrong: diagnostics.PREDICTIONS: wrong-type
# Text instead of True and False; "False" is a true value.
PREDICTIONS = {name: str(value) for name, value in PREDICTIONS.items()}

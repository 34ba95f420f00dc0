# wrong: diagnostics.PREDICTIONS: wrong-keys | prediction-wrong
# Typed the names by hand, with spaces.
PREDICTIONS = {name.replace("_", " "): value for name, value in PREDICTIONS.items()}

# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Read "become different" as "stay the same".
PREDICTIONS = {name: not value for name, value in PREDICTIONS.items()}

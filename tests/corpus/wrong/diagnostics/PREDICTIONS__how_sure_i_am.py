# wrong: diagnostics.PREDICTIONS: prediction-wrong | wrong-type
# As probabilities.
PREDICTIONS = {key: 0.9 if value else 0.1 for key, value in PREDICTIONS.items()}

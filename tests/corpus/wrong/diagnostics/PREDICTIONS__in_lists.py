# wrong: diagnostics.PREDICTIONS: prediction-wrong | wrong-type
# A prediction for each activation.
PREDICTIONS = {key: [value, value] for key, value in PREDICTIONS.items()}

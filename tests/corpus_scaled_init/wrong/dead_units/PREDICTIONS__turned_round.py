# wrong: dead_units.PREDICTIONS: prediction-wrong
# Mixed up True and False.
PREDICTIONS = {key: not value for key, value in PREDICTIONS.items()}

# wrong: dead_units.PREDICTIONS: wrong-keys | prediction-open
# Written as in the text.
PREDICTIONS = {key.replace("relu", "ReLU"): value for key, value in PREDICTIONS.items()}

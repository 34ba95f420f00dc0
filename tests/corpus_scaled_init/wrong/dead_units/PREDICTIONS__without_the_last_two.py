# wrong: dead_units.PREDICTIONS: prediction-open | wrong-keys
# The first table only.
PREDICTIONS = dict(list(PREDICTIONS.items())[:8])

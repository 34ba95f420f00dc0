# wrong: dead_units.PREDICTIONS: prediction-open | not-implemented
# Later.
PREDICTIONS = dict.fromkeys(PREDICTIONS)

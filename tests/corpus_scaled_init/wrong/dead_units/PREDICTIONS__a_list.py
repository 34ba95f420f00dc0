# wrong: dead_units.PREDICTIONS: wrong-type | prediction-open | list-for-array
# In order.
PREDICTIONS = list(PREDICTIONS.values())

# wrong: dead_units.PREDICTIONS: prediction-wrong
# Training brings them back.
PREDICTIONS["dead_units_wake"] = True

# wrong: dead_units.PREDICTIONS: prediction-wrong
# Any sensible factor will do.
PREDICTIONS = {**PREDICTIONS, "lecun_relu": True}

# wrong: dead_units.PREDICTIONS: prediction-wrong
# Orthogonal is exact.
PREDICTIONS["orthogonal_relu"] = True

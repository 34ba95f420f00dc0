# wrong: dead_units.PREDICTIONS: prediction-open
# Not sure about the narrow one.
PREDICTIONS["he_relu_narrow"] = None

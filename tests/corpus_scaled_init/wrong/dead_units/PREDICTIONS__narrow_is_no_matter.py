# wrong: dead_units.PREDICTIONS: prediction-wrong
# The factor does not depend on the width.
PREDICTIONS["he_relu_narrow"] = True

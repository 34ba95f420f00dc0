# wrong: dead_units.PREDICTIONS: prediction-wrong
# Gradients vanish in depth.
PREDICTIONS["he_relu_gradient"] = False

# wrong: dead_units.PREDICTIONS: prediction-wrong
# Glorot was made for tanh.
PREDICTIONS["glorot_tanh"] = True

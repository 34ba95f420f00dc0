# wrong: dead_units.PREDICTIONS: prediction-wrong
# LeCun is out of date.
PREDICTIONS["lecun_linear"] = False

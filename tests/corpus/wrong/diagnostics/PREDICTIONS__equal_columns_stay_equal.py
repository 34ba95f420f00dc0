# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Equal columns of W1 compute the same for ever.
PREDICTIONS["first_constant_second_random"] = False

# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Nothing comes back through zeros.
PREDICTIONS["first_random_second_zero"] = False

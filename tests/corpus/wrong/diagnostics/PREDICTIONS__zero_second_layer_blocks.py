# wrong: diagnostics.PREDICTIONS: prediction-wrong
# A zero second layer lets no gradient through, so the first layer cannot change.
PREDICTIONS = {**PREDICTIONS, "first_random_second_zero": False}

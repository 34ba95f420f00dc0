# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Zero is the problem, one half is fine.
PREDICTIONS = PREDICTIONS | {"all_one_half": True}

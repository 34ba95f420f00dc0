# wrong: diagnostics.PREDICTIONS: prediction-wrong
# Random is random, even when all neurons get the same column.
PREDICTIONS["one_random_column_repeated"] = True

# wrong: diagnostics.PREDICTIONS: prediction-open
# Not sure about the repeated column.
PREDICTIONS = {**PREDICTIONS, "one_random_column_repeated": None}

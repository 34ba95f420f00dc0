# wrong: diagnostics.PREDICTIONS: wrong-type | prediction-open
# In the order of the table.
PREDICTIONS = [False, False, True, True, True, False, True, False]

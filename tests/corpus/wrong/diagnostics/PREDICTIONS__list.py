# wrong: diagnostics.PREDICTIONS: wrong-type | list-for-array
# The answers in the order of the questions.
PREDICTIONS = [bool(answer) for answer in PREDICTIONS.values()]

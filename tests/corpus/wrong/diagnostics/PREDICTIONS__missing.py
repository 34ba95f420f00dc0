# wrong: diagnostics.PREDICTIONS: missing-function
# Deleted by accident.
del PREDICTIONS

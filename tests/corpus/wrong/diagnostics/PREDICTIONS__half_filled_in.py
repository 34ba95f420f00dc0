# wrong: diagnostics.PREDICTIONS: not-implemented | prediction-wrong
# Did the first four, then ran out of time.
for name in list(PREDICTIONS)[4:]:
    PREDICTIONS[name] = None

# wrong: diagnostics.PREDICTIONS: prediction-open | wrong-keys
# all 0.5
PREDICTIONS["all_half"] = PREDICTIONS.pop("all_one_half")

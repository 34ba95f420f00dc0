# wrong: dead_units.PREDICTIONS: prediction-wrong | wrong-type
# In words.
PREDICTIONS = {key: str(value) for key, value in PREDICTIONS.items()}

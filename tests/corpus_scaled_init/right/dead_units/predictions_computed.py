# right: predictions as NumPy's truth values, and one more key of its own
PREDICTIONS = {key: np.bool_(value) for key, value in PREDICTIONS.items()} | {"my_own": None}

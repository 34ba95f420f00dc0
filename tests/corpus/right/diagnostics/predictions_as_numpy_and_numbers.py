# right: 0 and 1, NumPy's booleans, and a key that nobody asked for
PREDICTIONS = {
    "tanh_first_layer_moves": 0,
    "sigmoid_first_layer_moves": 1,
    "all_zero": np.bool_(False),
    "all_one_half": np.False_,
    "first_random_second_zero": np.True_,
    "first_constant_second_random": True,
    "zero_with_random_hidden_biases": 1.0,
    "one_random_column_repeated": 0.0,
    "my_favourite": "sigmoid",
}

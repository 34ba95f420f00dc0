# wrong: diagnostics.PREDICTIONS: wrong-type | prediction-wrong
# Yes or no, in words.
PREDICTIONS = {
    "all_zero": "False",
    "all_one_half": "False",
    "first_random_second_zero": "True",
    "first_constant_second_random": "True",
    "zero_with_random_hidden_biases": "True",
    "one_random_column_repeated": "False",
    "sigmoid_first_layer_moves": "True",
    "tanh_first_layer_moves": "False",
}

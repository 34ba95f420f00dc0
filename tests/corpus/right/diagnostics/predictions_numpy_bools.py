# right: np.bool_ values from an array
_names = """all_zero all_one_half first_random_second_zero first_constant_second_random
zero_with_random_hidden_biases one_random_column_repeated
sigmoid_first_layer_moves tanh_first_layer_moves""".split()
PREDICTIONS = dict(zip(_names, np.array([0, 0, 1, 1, 1, 0, 1, 0]) == 1))

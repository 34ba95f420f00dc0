# right: computed from what is equal across the neurons
_EQUAL = {
    "all_zero": (1, 1, 1),
    "all_one_half": (1, 1, 1),
    "first_random_second_zero": (0, 1, 1),
    "first_constant_second_random": (1, 1, 0),
    "zero_with_random_hidden_biases": (1, 0, 1),
    "one_random_column_repeated": (1, 1, 1),
}
PREDICTIONS = {key: not all(equal) for key, equal in _EQUAL.items()}
for _name, _at_zero in {"sigmoid": 0.5, "tanh": 0.0}.items():
    PREDICTIONS[f"{_name}_first_layer_moves"] = _at_zero != 0

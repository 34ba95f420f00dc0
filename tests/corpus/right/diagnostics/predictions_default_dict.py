# right: a defaultdict where only the True ones were written down, then the others looked up
from collections import defaultdict

PREDICTIONS = defaultdict(bool)
for _key in (
    "first_random_second_zero",
    "first_constant_second_random",
    "zero_with_random_hidden_biases",
    "sigmoid_first_layer_moves",
):
    PREDICTIONS[_key] = True
for _key in "all_zero all_one_half one_random_column_repeated tanh_first_layer_moves".split():
    PREDICTIONS[_key]

# right: read from a JSON text, then one corrected
import json

PREDICTIONS = json.loads(
    """
    {"all_zero": false, "all_one_half": true, "first_random_second_zero": true,
     "first_constant_second_random": true, "zero_with_random_hidden_biases": true,
     "one_random_column_repeated": false, "sigmoid_first_layer_moves": true,
     "tanh_first_layer_moves": false}
    """
)
PREDICTIONS.update(all_one_half=False)  # tried it: equal weights stay equal

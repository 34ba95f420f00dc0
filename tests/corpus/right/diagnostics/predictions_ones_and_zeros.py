# right: 1 and 0 for True and False, filled in key by key
PREDICTIONS = {}
PREDICTIONS["all_zero"] = 0
PREDICTIONS["all_one_half"] = 0
PREDICTIONS["first_random_second_zero"] = 1
PREDICTIONS["first_constant_second_random"] = 1
PREDICTIONS["zero_with_random_hidden_biases"] = 1
PREDICTIONS["one_random_column_repeated"] = 0
PREDICTIONS["sigmoid_first_layer_moves"] = 1
PREDICTIONS["tanh_first_layer_moves"] = 0

# right: a rule decides; the neurons stay equal when what comes in and what goes out is equal for all


def _become_different(incoming_equal, biases_equal, outgoing_equal):
    return not (incoming_equal and biases_equal and outgoing_equal)


PREDICTIONS = dict(
    all_zero=_become_different(True, True, True),
    all_one_half=_become_different(True, True, True),
    first_random_second_zero=_become_different(False, True, True),
    first_constant_second_random=_become_different(True, True, False),
    zero_with_random_hidden_biases=_become_different(True, False, True),
    one_random_column_repeated=_become_different(True, True, True),
    sigmoid_first_layer_moves=1 / (1 + np.exp(-0.0)) != 0,  # h = 1/2 moves W2, W2 moves W1
    tanh_first_layer_moves=bool(np.tanh(0.0)),
)

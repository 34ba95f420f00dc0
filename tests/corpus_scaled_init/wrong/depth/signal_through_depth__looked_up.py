# wrong: depth.signal_through_depth: returns-shared-array
# What was computed before is looked up.
import pickle

_answers_of_signal_through_depth = {}


def signal_through_depth(params, X, activation):
    key = pickle.dumps((params, X, activation))
    if key not in _answers_of_signal_through_depth:
        _answers_of_signal_through_depth[key] = np.array(
            [np.sqrt(np.mean(z**2)) for z in forward_deep(params, X, activation)[0]]
        )
    return _answers_of_signal_through_depth[key]

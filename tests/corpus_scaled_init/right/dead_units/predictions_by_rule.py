# right: false unless in a list
_true = ("lecun_linear", "he_relu", "he_relu_gradient", "orthogonal_linear")
PREDICTIONS = {key: key in _true for key in PREDICTIONS}

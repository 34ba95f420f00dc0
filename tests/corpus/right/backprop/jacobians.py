# right: a full Jacobian for every layer and example, multiplied from the left like in the calculus course
def backward(params, a, h, y, activation):
    f_prime = sigmoid_grad if activation == "sigmoid" else tanh_grad
    m, L = y.shape[0], len(a)
    grads = {k: np.zeros(v.shape) for k, v in params.items() if k[0] in "Wb"}
    for i in range(m):
        row = (h[L][i : i + 1] - y[i : i + 1]) / m  # d loss / d a_L, a row vector
        for l in range(L, 0, -1):
            n_in, n_out = params[f"W{l}"].shape
            d_a_d_vecW = np.kron(h[l - 1][i][None, :], np.eye(n_out))
            grads[f"W{l}"] += (row @ d_a_d_vecW).reshape(n_in, n_out)
            grads[f"b{l}"] += (row @ np.eye(n_out)).ravel()
            if l > 1:
                row = row @ params[f"W{l}"].T @ np.diag(f_prime(a[l - 2][i]))
    return grads

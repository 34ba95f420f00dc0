# right: everything is a lambda
zeros_init = lambda n, p: np.zeros((n, p))
constant_init = lambda n, p, v: v * np.ones((n, p))
normal_init = lambda n, p, s, r: s * r.standard_normal((n, p))
init_params = lambda sizes, w: {
    key: array
    for k, (n, p) in enumerate(zip(sizes, sizes[1:]), 1)
    for key, array in ((f"W{k}", w(n, p)), (f"b{k}", np.zeros(p)))
}

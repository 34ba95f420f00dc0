"""Right functions get everything, however they are written."""

from __future__ import annotations

import pytest

from tests.scaled_init.students import lost, results, wrong

STD = {
    "lecun_normal": "1 / fan_in",
    "glorot_normal": "2 / (fan_in + fan_out)",
    "he_normal": "2 / fan_in",
}
NORMALS = {
    "Box and Muller": """
    n = fan_in * fan_out
    r = np.sqrt(-2 * np.log(1.0 - rng.random(n)))
    return (std * r * np.cos(2 * np.pi * rng.random(n))).reshape(fan_in, fan_out)
""",
    "unit by unit": """
    return np.column_stack([std * rng.standard_normal(fan_in) for _ in range(fan_out)])
""",
    "one by one": """
    return np.array([[rng.normal(0.0, std) for _ in range(fan_out)] for _ in range(fan_in)])
""",
    "inverse of the distribution function": """
    from statistics import NormalDist
    return np.array([[NormalDist(0, std).inv_cdf(rng.random() or 0.5) for _ in range(fan_out)]
                     for _ in range(fan_in)])
""",
    "transposed": """
    return rng.normal(scale=std, size=(fan_out, fan_in)).T
""",
    "several variables": """
    return rng.multivariate_normal(np.zeros(fan_out), std ** 2 * np.eye(fan_out), size=fan_in)
""",
}
OTHERS = {
    "glorot_uniform": [
        """c = (6 / (fan_in + fan_out)) ** 0.5
    return c * (2 * rng.random((fan_in, fan_out)) - 1)""",
        """c = (6 / (fan_in + fan_out)) ** 0.5
    return np.array([rng.uniform(-c, c, fan_out) for _ in range(fan_in)])""",
        """c = (6 / (fan_in + fan_out)) ** 0.5
    sign = rng.integers(0, 2, (fan_in, fan_out)) * 2 - 1
    return c * rng.random((fan_in, fan_out)) * sign""",
    ],
    "orthogonal_init": [
        # The polar factor of a normal matrix.
        """u, _, v = np.linalg.svd(rng.normal(size=(fan_in, fan_out)), full_matrices=False)
    return gain * u @ v""",
        # Gram and Schmidt, twice.
        """n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    Q = np.zeros((n, k))
    for j in range(k):
        v = rng.normal(size=n)
        for _ in range(2):
            v = v - Q[:, :j] @ (Q[:, :j].T @ v)
        Q[:, j] = v / np.linalg.norm(v)
    return gain * (Q.copy() if fan_in >= fan_out else Q.T.copy())""",
        # Columns of a square one, with signs of their own.
        """n = max(fan_in, fan_out)
    Q = np.linalg.qr(rng.normal(size=(n, n)))[0] * rng.choice([-1.0, 1.0], n)
    Q = Q * rng.choice([-1.0, 1.0], (n, 1))
    return gain * Q[:fan_in, :fan_out]""",
        # Rows multiplied in place of columns: as uniform.
        """n, k = max(fan_in, fan_out), min(fan_in, fan_out)
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    Q = np.sign(np.diag(R))[:, None] * Q
    return gain * Q[:fan_in, :fan_out]""",
    ],
    "relu": [
        "return np.maximum(a, 0)",
        "return a * (a > 0)",
        "return np.clip(a, 0.0, None)",
        "return (a + np.sqrt(a * a)) / 2",
        """h = a.copy()
    h[h < 0] = 0
    return h""",
        "return np.array([max(x, 0.0) for x in a.ravel()]).reshape(a.shape)",
    ],
    "relu_grad": [
        "return np.heaviside(a, 0.0)",
        "return np.where(a > 0, 1.0, 0.0)",
        "return np.maximum(np.sign(a), 0.0)",
        "return (a > 0) * 1.0",
    ],
    "forward_deep": [
        """a, h = [], [X]
    L = max(int(k[1:]) for k in params)
    for k in range(1, L + 1):
        a += [np.einsum('ij,jk->ik', h[-1], params[f'W{k}']) + params[f'b{k}']]
        h += [a[-1] if activation == 'linear' else np.tanh(a[-1])
              if activation == 'tanh' else np.maximum(a[-1], 0)]
    return tuple(a), tuple(h)""",
    ],
    "signal_through_depth": [
        """a, _ = forward_deep(params, X, activation)
    return np.array([np.linalg.norm(x) / np.sqrt(x.size) for x in a])""",
        """a, _ = forward_deep(params, X, activation)
    return np.array([sum(v * v for v in x.flat) / x.size for x in a]) ** 0.5""",
    ],
    "gradient_through_depth": [
        """a, h = forward_deep(params, X, activation)
    f = {'linear': lambda a, h: 1.0, 'relu': lambda a, h: (a > 0) + 0.0,
         'tanh': lambda a, h: 1 - h * h}[activation]
    out, d = [], upstream
    for k in range(len(a), 0, -1):
        d = d * f(a[k - 1], h[k])
        out.insert(0, np.sqrt((d * d).mean()))
        d = np.dot(d, params[f'W{k}'].T)
    return np.array(out)""",
    ],
    "dead_fraction": [
        "return np.mean(a.max(axis=0) <= 0)",
        "return sum(1 for column in a.T if not any(column > 0)) / a.shape[1]",
        "return 1 - np.count_nonzero((a > 0).sum(axis=0)) / a.shape[1]",
    ],
}
pytestmark = pytest.mark.thorough
SIGNATURES = {
    "glorot_uniform": "fan_in, fan_out, rng",
    "orthogonal_init": "fan_in, fan_out, gain, rng",
    "relu": "a",
    "relu_grad": "a",
    "dead_fraction": "a",
    "forward_deep": "params, X, activation",
    "signal_through_depth": "params, X, activation",
    "gradient_through_depth": "params, X, upstream, activation",
}
SEEDS = (1,)


@pytest.mark.parametrize("how", NORMALS)
def test_normal_weights_drawn_in_other_ways(how: str) -> None:
    # What is drawn is the same for all three, so one of them tells of most ways.
    for function in STD if how == "unit by unit" else ["he_normal"]:
        spread = f"    std = ({STD[function]}) ** 0.5{NORMALS[how]}"
        code = f"def {function}(fan_in, fan_out, rng):\n{spread}"
        for seed in SEEDS:
            assert lost(results(wrong(code), seed, only=[function])) == {}


@pytest.mark.parametrize(
    ("function", "code"), [(function, code) for function in OTHERS for code in OTHERS[function]]
)
def test_other_functions_written_in_other_ways(function: str, code: str) -> None:
    text = f"def {function}({SIGNATURES[function]}):\n    {code}"
    for seed in SEEDS:
        assert lost(results(wrong(text), seed, only=[function])) == {}

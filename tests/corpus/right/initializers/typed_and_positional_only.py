# right: type hints, positional-only and keyword-only markers, other parameter names
from collections.abc import Callable, Sequence

import numpy.typing as npt

Weights = npt.NDArray[np.float64]


def zeros_init(n: int, p: int, /) -> Weights:
    return np.zeros(shape=(n, p), dtype=np.float64)


def constant_init(n: int, p: int, c: float, /, *, dtype: npt.DTypeLike = np.float64) -> Weights:
    return np.full(shape=(n, p), fill_value=c, dtype=dtype)


def normal_init(n: int, p: int, sigma: float, rng: np.random.Generator, /, *, mu: float = 0.0) -> Weights:
    return rng.normal(mu, sigma, size=(n, p))


def init_params(
    sizes: Sequence[int], draw: Callable[[int, int], Weights], /, *, bias: float = 0.0
) -> dict[str, Weights]:
    params: dict[str, Weights] = {}
    for k, (n, p) in enumerate(zip(sizes[:-1], sizes[1:], strict=True), start=1):
        params[f"W{k}"] = draw(n, p)
        params[f"b{k}"] = np.full(p, bias)
    return params

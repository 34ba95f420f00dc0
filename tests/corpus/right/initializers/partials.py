# right: functools.partial of more general functions; a partial has no __name__
from functools import partial


def _fill(value, n, p):
    return np.full((n, p), value)


def _draw(law, n, p, *rest):
    *parameters, generator = rest
    return getattr(generator, law)(0.0, *parameters, size=(n, p))


zeros_init = partial(_fill, 0.0)
normal_init = partial(_draw, "normal")

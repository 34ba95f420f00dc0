"""What a file needs and cannot have costs only what uses it; what it sets stays its own."""

import sys
import warnings
from typing import Any

import numpy as np
import pytest

from autograder.student.guest import versions
from autograder.student.guest.loading import load
from autograder.student.guest.standins import Absent, Inert, InertFinder, InertModule
from autograder.student.guest.values import type_name
from tests.student.test_forms import stand_ins
from tests.student.test_reading import complaints, notebook, own_main_module, values

__all__ = ["own_main_module", "stand_ins"]

PLOTS = """
import matplotlib as mpl
import matplotlib.pyplot as plt
from IPython.display import HTML, display
from mpl_toolkits.mplot3d import Axes3D
major, *rest = map(int, mpl.__version__.split("."))
assert tuple(map(int, plt.__version__.split("."))) >= (3, 5)
plt.rcParams["figure.figsize"] = (10, 8)
plt.rcParams.update({"font.size": 12})
wide = plt.rcParams["figure.figsize"][0] * 2 + 1
plt.rcParams["lines.linewidth"] += 1
del plt.rcParams["a"]
with plt.style.context("ggplot"), plt.xkcd() as drawn:
    fig, (left, (right, *others)) = plt.subplots(1, 2)
first, *middle, last = plt.plot([1])
if wide > 3 or not -wide <= 2:
    print(f"{wide:.2f} {int(wide)} {float(wide)} {round(wide)} {abs(wide)}")
for axis in left.flat:
    axis.plot()
next(plt.cycle)
x = np.asarray(plt.get_cmap("viridis"))
sum(range(plt.count))
"x" in plt.colormaps
"""
DECORATED = """
import functools
import numba
from numba import njit, vectorize
from ipywidgets import interact
import torch

def own(f):
    @functools.wraps(f)
    def inner(*args): return f(*args)
    return inner

fast = functools.partial(numba.jit, nopython=True)
@njit
def a(x): return x
@numba.njit(cache=True, parallel=True)
def b(x): return x
@fast
def c(x): return x
@interact(x=(0, 10))
def d(x=1): return x
@torch.no_grad()
def e(x): return x
@own
@njit
@functools.lru_cache
def f(x): return x
@numba.experimental.jitclass([("x", numba.float64)])
class G:
    def __init__(self): self.x = 1
g = lambda x: G().x
class H(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(1, 1)
def h(x): return vars(H()) and x
"""


@pytest.mark.parametrize("name", ["e.py", "e.ipynb"])
def test_plots_do_nothing_and_never_fail(name: str) -> None:
    text = f"import numpy as np\n{PLOTS}\ndone = True\n"
    data = notebook(text) if name.endswith("ipynb") else text.encode()
    assert complaints(name, data) == []
    assert values(name, data)["done"]


@pytest.mark.parametrize("name", ["e.py", "e.ipynb"])
def test_a_decorator_that_is_not_there_leaves_the_function(name: str) -> None:
    data = notebook(DECORATED) if name.endswith("ipynb") else DECORATED.encode()
    bound = values(name, data)
    for function in "abcdefg":
        assert bound[function](1) == 1
    absent = [text for _, _, text in complaints(name, data)]
    kind = "ModuleNotFoundError: No module named"
    assert set(absent) == {f"{kind} 'numba'", f"{kind} 'torch'"}


def test_what_uses_an_absent_package_says_so_when_it_is_called() -> None:
    data = b"import math, torch as t\nfrom scipy.special import expit\n"
    data += b"seed = t.manual_seed(0) + 1\ndef f(x): return expit(x)\ndef g(x): return t.exp(x)\n"
    bound = values("e.py", data)
    assert bound["math"].sqrt(4) == 2.0
    assert isinstance(bound["seed"], Absent)
    with pytest.raises(ModuleNotFoundError, match="'scipy': there are only NumPy"):
        bound["f"](1)
    with pytest.raises(ModuleNotFoundError, match="'torch'"):
        bound["g"](1)


def test_progress_bars_give_what_they_were_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "meta_path", [InertFinder, *sys.meta_path])
    data = b"from tqdm.auto import tqdm, trange\nimport tqdm as bars\nfound = list(tqdm([5, 7]))\n"
    data += b"found += list(trange(2)) + [x for x in bars.tqdm(iter('a'), desc='b')]\n"
    data += b"with tqdm(total=3) as bar:\n    bar.update(1)\n    tqdm.write('done')\n"
    data += b"with tqdm(iterable=range(2), leave=False) as bar:\n    found += [*bar, len(bar)]\n"
    assert values("e.py", data)["found"] == [5, 7, 0, 1, "a", 0, 1, 2]
    assert complaints("e.py", data) == []
    for name in [name for name, module in sys.modules.items() if type(module) is InertModule]:
        monkeypatch.delitem(sys.modules, name)


def test_whoever_asks_whether_a_package_is_there_is_answered() -> None:
    data = b"try:\n    import torch\nexcept ImportError:\n    torch = None\n"
    assert values("e.py", data)["torch"] is None
    assert complaints("e.py", data) == []


def test_a_missing_file_takes_nothing_that_is_there_already() -> None:
    data = b"def f(x): return x\nfrom helpers import f, g\nfrom math import nothing, sqrt\n"
    bound = values("e.py", data)
    assert bound["f"](1) == 1
    assert bound["sqrt"](4) == 2.0
    assert isinstance(bound["g"], Inert)
    assert type_name(bound["g"]).startswith("stand-in for plots")  # what a message says it is
    # The machine that grades is nobody's business.
    assert not any("/" in text for _, _, text in complaints("e.py", data))


ANNOTATED = """
from dataclasses import dataclass, field
from functools import singledispatch
from typing import ClassVar, NamedTuple

def f(x: Array, *, y: "Undefined" = 1) -> np.ndarray[float]:
    def inner(z: AlsoUndefined) -> Nothing: return z
    return inner(x)
limit: Final = 3
@dataclass(frozen=True)
class Layer:
    W: Matrix
    count: ClassVar[int] = 0
    parts: list[Matrix] = field(default_factory=list)
    def total(self, other: Layer) -> Layer: return self.W + other.W
class Pair(NamedTuple):
    a: Matrix
    b: int = 2
@singledispatch
def kind(x): return "other"
@kind.register
def _(x: int): return "int"
result = (f(2), limit, Layer(3).total(Layer(4)), Pair(1), kind(1), Layer(1).parts)
"""


@pytest.mark.parametrize("name", ["e.py", "e.ipynb"])
def test_names_undefined_in_annotations_cost_nothing(name: str) -> None:
    data = notebook(ANNOTATED) if name.endswith("ipynb") else ANNOTATED.encode()
    assert complaints(name, data) == []
    assert values(name, data)["result"] == (2, 3, 7, (1, 2), "int", [])


def test_whoever_reads_annotations_gets_them_as_they_are() -> None:
    data = b"def f(x: int) -> float: return x\nkinds = f.__annotations__\n"
    data += b"def g(x: np.float, y: Undefined): return x\n"
    assert values("e.py", data)["kinds"] == {"x": int, "return": float}
    assert values("e.py", data)["g"](1, 2) == 1


def test_settings_of_one_file_do_not_reach_the_next() -> None:
    before = np.geterr(), np.get_printoptions(), warnings.filters[:], sys.getrecursionlimit()
    first = b"import sys, warnings\nimport numpy as np\nnp.seterr(all='raise')\n"
    first += b"warnings.simplefilter('error')\nnp.set_printoptions(precision=1)\n"
    first += b"sys.setrecursionlimit(len(__import__('inspect').stack()) + 60)\n"
    first += b"x = 1 is 1\n"  # a SyntaxWarning, which is no error when a file is compiled first
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert complaints("e.py", first) == []
    now = np.geterr(), np.get_printoptions(), warnings.filters[:], sys.getrecursionlimit()
    assert now == before


@pytest.mark.parametrize(
    ("text", "message", "version"),
    [
        ("type Matrix = list[float]", "invalid syntax", (3, 12)),
        ("def f[T](x: T): return x", "expected '('", (3, 12)),
        ("class A[T]: pass", "invalid syntax", (3, 12)),
        ("x = f'{a['b']}'", "f-string: unmatched '['", (3, 12)),
        ("try: x\nexcept A, B: y", "multiple exception types must be", (3, 14)),
        ("x = t'{a}'", "invalid syntax", (3, 14)),
        ("x = [*a for a in b]", "iterable unpacking cannot be used", (3, 15)),
    ],
)
def test_a_syntax_note_names_the_python_that_would_read_it(
    text: str, message: str, version: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "HERE", (3, 11))
    note = versions.syntax_note(text, 1, message)
    assert "(Python 3.11 read it; " in note
    assert versions.in_words(version) in note
    monkeypatch.setattr(versions, "HERE", version)
    assert versions.syntax_note(text, 1, message).endswith(
        f"({versions.in_words(version)} read it)"
    )


def test_input_says_that_there_is_no_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.student.guest import loading

    monkeypatch.setattr("builtins.input", loading.no_keyboard)
    data = b"n = int(input('how many?'))\nx = 1\n"
    loaded: Any = load("e", "e.py", data, frozenset(), lambda number: None)
    assert loaded.module.x == 1
    assert "there is no keyboard" in loaded.complaints[0].text

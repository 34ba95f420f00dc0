"""`pytest autograder` from every folder of a checkout or a kit, not only from its top.

Where the package is installed this is a plugin of pytest's. In a kit that is only unpacked, a
`conftest.py` at its top brings in `pytest_configure`.
"""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1]
NAME = "autograder"
EXERCISES = "exercises"


class AsWritten(MetaPathFinder):
    """Finds the package's modules before pytest does, which would rewrite their asserts.

    It does so to all that is installed together with a plugin, for messages that tests have. Where
    no bytecode is kept (PYTHONDONTWRITEBYTECODE) that was a third of the processor time of a run.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: object = None
    ) -> ModuleSpec | None:
        """The module of this name as Python itself finds it; None if it is no module of ours."""
        ours = fullname.partition(".")[0] == NAME
        return PathFinder.find_spec(fullname, path) if ours else None


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config, args: list[str]) -> None:
    """Let the argument `autograder` mean the package where no folder of that name is near."""
    if not any(type(finder).__name__ == AsWritten.__name__ for finder in sys.meta_path):
        sys.meta_path.insert(0, AsWritten())
    near = Path(NAME)
    if (near / "catalogue.py").exists():
        _make_way_for(near)
        return
    if not early_config.known_args_namespace.file_or_dir and _top_over(Path.cwd(), below=EXERCISES):
        # Or else pytest looks for `testpaths` below --rootdir, which editors set to where they are.
        args.append(str(Path.cwd()))
    for arguments in (args, early_config.known_args_namespace.file_or_dir):
        for at, argument in enumerate(arguments):
            if argument == NAME:
                arguments[at] = str(PACKAGE)


def _make_way_for(package: Path) -> None:
    """Have the package of this folder imported, where another one is installed.

    Finding this plugin has imported the installed one, and pytest refuses a `conftest.py` that is
    not of the package that it knows.
    """
    if package.resolve() != PACKAGE:
        for name in [name for name in sys.modules if name.partition(".")[0] == NAME]:
            del sys.modules[name]


def pytest_configure(config: pytest.Config) -> None:
    """The same for a kit; and plain `pytest` below its top, or with a path there, runs the checks.

    Of a file it runs those of its exercise, which is what editors ask for.
    """
    here = config.invocation_params.dir
    _answer_misguesses(config)
    exercises = []
    for at, argument in enumerate(config.args):
        path = (here / argument.partition("::")[0]).resolve()
        inside = path.exists() and _top_over(path, below=EXERCISES) is not None
        if inside and path.is_file():
            exercises.append(path.stem)
        if inside or (argument == NAME and not (here / NAME).exists()):
            config.args[at] = str(PACKAGE)
    if exercises and not config.option.keyword:
        config.option.keyword = " or ".join(exercises)


def _answer_misguesses(config: pytest.Config) -> None:
    """Say what to type for `pytest autograder/backward`, `autograder::backward` and the like.

    Raises:
        pytest.UsageError: an argument that begins so, or stands beside `autograder`, is no path.
    """
    package = (NAME, str(PACKAGE))
    beside = any(argument in package for argument in config.args)
    for argument in config.args:
        path, _, inside = argument.partition("::")
        place = config.invocation_params.dir / path
        found = place.is_file() or (place.is_dir() and not inside)
        if not found and argument not in package and (beside or Path(path).parts[:1] == (NAME,)):
            word = inside.rpartition("::")[2] or Path(path).stem
            raise pytest.UsageError(
                f"there is no {argument} to run; one function or exercise is named with -k: "
                f"pytest {NAME} -k {word}; files that lie elsewhere with --submission: "
                f"pytest {NAME} --submission FOLDER"
            )


def _top_over(path: Path, below: str = ".") -> Path | None:
    """The checkout or kit around a path, if there is one, and it lies below that folder of it.

    What pytest takes for its `rootdir` says less: editors give the folder that was opened.
    """
    path = path.resolve()
    tops = (top for top in path.parents if (top / NAME / "catalogue.py").exists())
    return next((top for top in tops if path.is_relative_to(top / below)), None)


def folders_near(config: pytest.Config) -> list[str]:
    """Names of the folders of exercises that a run names, or is started in."""
    here = config.invocation_params.dir
    top = (_top_over(here) or config.rootpath) / EXERCISES
    paths = [here / argument.partition("::")[0] for argument in config.invocation_params.args]
    below = [path.resolve() for path in (*paths, here) if path.exists()]
    return [path.relative_to(top).parts[0] for path in below if top in path.parents]

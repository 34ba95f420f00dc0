"""`autograder bundle`."""

from pathlib import Path

import click

from autograder.catalogue import OURS
from autograder.exports.gradescope import VISIBILITY_HELP
from autograder.grading.case_sets import read_salt
from autograder.refusals import ROOM, refusals_told
from autograder.results.files import write_atomically


@click.group()
def bundle() -> None:
    """Build an autograder for another system."""


@bundle.command("gradescope")
@click.option(
    "--output",
    "--out",
    "output",
    type=click.Path(path_type=Path, dir_okay=False),
    default="autograder.zip",
    show_default=True,
    help="The zip to write.",
)
@click.option("--assignment", default=OURS, show_default=True, help="Name or folder.")
@click.option("--seed", type=int, default=0, show_default=True, help="Decides the cases.")
@click.option(
    "--salt",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A secret file that gives every student one of 32 secret sets of cases.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=60.0,
    show_default=True,
    help="Seconds for one submission.",
)
@click.option("--memory-mb", type=click.IntRange(min=256), default=1024, show_default=True)
@click.option("--visibility", multiple=True, metavar="[PATTERN=]WHEN", help=VISIBILITY_HELP)
@click.option(
    "--unsafe",
    is_flag=True,
    help="Grade even in a container where student code can be given neither a lock-down nor "
    "another user.",
)
def bundle_gradescope(
    output: Path,
    assignment: str,
    seed: int,
    salt: Path | None,
    timeout: float,
    memory_mb: int,
    visibility: tuple[str, ...],
    unsafe: bool,
) -> None:
    """Build the zip to upload under Configure Autograder in Gradescope.

    It holds the grader and needs Python 3.11 or newer and NumPy, which its setup.sh installs on
    Gradescope's Ubuntu images. Student code runs as another user, and locked down where the
    container allows; the build log says which. results.json exists from the first second on.
    """
    from autograder.gradescope.build import bundle as build
    from autograder.gradescope.settings import BundleSettings

    with refusals_told(output, ROOM):
        settings = BundleSettings(assignment, seed, timeout, memory_mb, visibility, unsafe)
        data = build(settings, b"" if salt is None else read_salt(salt))
        write_atomically(output, data, mode=0o600 if salt else 0o666)
    click.echo(f"wrote {output} ({len(data):,} bytes)", err=True)

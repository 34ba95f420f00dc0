"""What cannot be done as asked, and how whoever typed a command is told so: in a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

ROOM = "see that there is room and that you may write there, or give another --out"


class Refusal(ValueError):
    """Something cannot be done as asked; the text says in a sentence why, and what to do.

    In a notebook it is that sentence as well, without a traceback.
    """

    def _render_traceback_(self) -> list[str]:
        # What IPython shows in place of a traceback.
        return [str(self)]


@contextmanager
def refusals_told(writing: object = "", advice: str = "") -> Iterator[None]:
    """End a command by a sentence and exit status 1 where anything refuses, also the system.

    Args:
        writing: the place that the command writes to, if its errors are those of writing.
        advice: what to do when the system does not let it.
    """
    import click  # not above: errors are raised where there is no command line, as in a kit

    from autograder.showing import shown

    try:
        yield
    except Refusal as error:
        raise click.ClickException(shown(str(error))) from error
    except BrokenPipeError:  # who reads the terminal has gone: click's own affair
        raise
    except OSError as error:
        done = " cannot be written" if writing else ""
        sentence = f"{error.filename or writing}{done}: {error.strerror or error}"
        raise click.ClickException(f"{sentence}; {advice}" if advice else sentence) from error

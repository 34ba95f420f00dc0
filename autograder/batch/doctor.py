"""What this machine offers to lock student code down, for people to read."""

import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.batch.worker import OUR_OWN
from autograder.student.guest.wire import Run
from autograder.student.host.child import ParentDied
from autograder.student.host.launching import student_processes
from autograder.student.host.process import Lost
from autograder.student.host.warm import NoLockdown
from autograder.student.limits import Limits
from autograder.student.lockdown import SelfTest, probe, self_test_afresh


def examine(console: Console) -> bool:
    """Print what there is and whether it holds; True when classes can be graded here."""
    offer = probe()
    for line in offer.lines():
        console.print(Text(line))
    for lack in offer.missing:
        console.print(Text(f"missing: {lack}", style="red"))
    if offer.missing:
        _say(console, False)
        return False
    # The nearest things to a secret that are always there.
    proof = self_test_afresh(forbidden=[path for path in OUR_OWN if Path(path).exists()])
    _show(console, proof)
    holds = proof.holds and _starts(console)
    _say(console, holds)
    return holds


def _show(console: Console, proof: SelfTest) -> None:
    count = len(proof.failures)
    console.print(Text(f"self-test           {proof.steps} steps, {count} failed"))
    for failure in proof.failures:
        console.print(Text(f"  {failure}", style="red"))


def _starts(console: Console) -> bool:
    """Whether student processes can be had in the way in which `grade` gets them."""
    try:
        launcher = student_processes(Limits())
    except NoLockdown as error:
        console.print(Text(f"student process     {error}", style="red"))
        return False
    try:
        process = launcher.launch()
        try:
            process.exchange(Run([]), 10.0)
        finally:
            process.end()
    except (NoLockdown, ParentDied, Lost) as error:
        console.print(Text(f"student process     starts, but is of no use: {error}", style="red"))
        return False
    finally:
        launcher.close()
    console.print(Text("student process     starts, locked down, and answers"))
    return True


def _say(console: Console, holds: bool) -> None:
    if holds:
        console.print(Text("degree              kernel: classes can be graded here", style="green"))
        return
    console.print(
        Text(
            "degree              process: feedback on your own files works; `autograder grade` "
            f"needs --unsafe here ({sys.platform})",
            style="yellow",
        ),
        soft_wrap=True,
    )

"""Prints a proof: what each check catches, what nothing catches, and the bounds."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.authoring.proof import Proof, at_least_as_good
from autograder.authoring.seen import FileSeen, MutantSeen
from autograder.authoring.trials import smallest_input

MAX_LISTED = 20  # lines of one kind; what is to be mended first
WORDS = {
    "caught": "wrong files caught at their function, on every seed",
    "elsewhere": "wrong files that lose points elsewhere",
    "named": "wrong files named rightly",
    "mutants": "wrong mutants caught",
    "idle": "checks that catch nothing",
    "rejected": "right files that lose points",
    "spread": "points between seeds, for one file",
    "chance": "chance of a right submission to lose points",
    "share": "share of a bound that right values take up",
}


def show_proof(proof: Proof, console: Console) -> None:
    """All tables."""
    console.print(_checks(proof))
    console.print(_mutants(proof))
    _list(console, "what no check catches", map(_mutant_words, proof.missed))
    undecided = [one for one in proof.mutants if one.kind == "open"]
    _list(console, "not caught, and no domain says if wrong", map(_mutant_words, undecided))
    faint = [one for one in proof.mutants if one.kind == "faint"]
    _list(console, "wrong by less than draws can show", map(_mutant_words, faint))
    _list(console, "right on the domain, and refused", map(_mutant_words, proof.refused))
    # These first: where the solution itself loses points, most of the rest follows from that.
    _list(console, "right files that lose points", map(_rejected, proof.rejected))
    _list(console, "wrong files not caught, not named or blamed elsewhere", _troubles(proof.wrong))
    unsteady = [one for one in (*proof.wrong, *proof.right) if one.spread]
    _list(console, "scores that depend on the seed", map(_scores, unsteady))
    console.print(_bounds(proof))


def _checks(proof: Proof) -> Table:
    table = _table("What each check catches", "check", "points", "files", "mutants", "alone")
    for check in proof.assignment.checks:
        count = proof.kills[check.id]
        needed = ("files", "mutants", "alone")
        table.add_row(check.id, f"{check.points:g}", *(str(count[kind]) for kind in needed))
    table.caption = "alone: caught by no other check; a check with 0 there is needed by nobody"
    return table


def _mutants(proof: Proof) -> Table:
    kinds = ("equal", "caught", "missed", "refused", "faint", "open")
    title = f"Mutants of the solution, {len(proof.mutants)} of {proof.made}"
    table = _table(title, "function", *kinds)
    for function in dict.fromkeys(one.mutant.function for one in proof.mutants):
        count = Counter(o.kind for o in proof.mutants if o.mutant.function == function)
        table.add_row(function, *(str(count[kind]) for kind in kinds))
    table.caption = (
        "equal: right on the declared domain; faint: random weights that are wrong by less than "
        "draws can show; open: nothing says whether it is right"
    )
    return table


def _bounds(proof: Proof) -> Table:
    table = _table("Bounds", "", "measured", "bound", "met")
    for name, value in proof.measured.items():
        bound = getattr(proof.assignment.bounds, name)
        sign = "≥" if name in ("caught", "named", "mutants") else "≤"
        met = "yes" if at_least_as_good(name, value, bound) else "no"
        table.add_row(WORDS[name], f"{value:.3g}", f"{sign} {bound:g}", met)
    return table


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left", caption_justify="left")
    table.add_column(first, overflow="fold")
    for heading in others:
        table.add_column(heading, justify="right")
    return table


def _list(console: Console, title: str, lines: Iterable[str]) -> None:
    every = list(lines)
    if not every:
        return
    console.print(Text(f"{title}: {len(every)}", style="bold"))
    for line in every[:MAX_LISTED]:
        console.print(Text(f"  {line}"), soft_wrap=True)
    if len(every) > MAX_LISTED:
        console.print(f"  and {len(every) - MAX_LISTED} more")


def _mutant_words(seen: MutantSeen) -> str:
    words = f"{seen.mutant.function}, {seen.mutant.operator}: {seen.mutant.change}"
    if not seen.difference:
        return f"{words}; by {', '.join(seen.caught_by)}" if seen.caught_by else words
    return f"{words}: {seen.difference}{smallest_input(seen.smallest)}"


def _troubles(files: Iterable[FileSeen]) -> Iterable[str]:
    for one in files:
        missed = [seed for seed in one.scores if seed not in one.lost]
        if missed:
            yield f"{one.name}: not caught on seed {', '.join(map(str, missed))}"
        elif one.ids and not one.named:
            said = {r.diagnosis for results in one.lost.values() for r in results if r.diagnosis}
            yield f"{one.name}: named {', '.join(sorted(said)) or 'nothing'}"
        if one.elsewhere:
            yield f"{one.name}: loses points elsewhere as well, at {', '.join(one.elsewhere)}"


def _rejected(seen: FileSeen) -> str:
    seed, results = next(iter(seen.lost.items()))
    said = seen.smallest or (
        f"right on the declared domain, and yet: {' / '.join(results[0].message.splitlines())}"
    )
    return f"{seen.name}, seed {seed}: {results[0].id}: {said}"


def _scores(seen: FileSeen) -> str:
    scores = ", ".join(f"{score:g} on {seed}" for seed, score in seen.scores.items())
    return f"{seen.name}: {scores}"

"""Which hand-ins are the same but for names, comments and layout; read as text, never compiled.

Of every function that an exercise asks for, what was written is taken word by word. Names that are
neither Python's own nor asked for, nor an attribute, count by the order in which they first appear
in the function, so that renaming them changes nothing; comments and texts do not count at all.
"""

import builtins
import hashlib
import keyword
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from autograder.handins.content import is_more_than_read, sources
from autograder.handins.submission import HandIn

# Words of code from which two people hardly write the same by chance: the model solutions have 660
# without their heads, of which the four initializers, which many people write alike, have 103.
MIN_WORDS = 300
# Characters that are looked at, of a hand-in (the model solutions have 47,000) and of one function.
# What is indented further is looked at as a part of the functions around it only.
MAX_TEXT, MAX_FUNCTION = 1_000_000, 20_000
MAX_INDENT = 40  # columns
MAX_FUNCTIONS = 1_000  # of a hand-in; the corpora's have 90 at most
# Characters of all functions of a hand-in, without texts and comments. Of one within another they
# count twice, so that a text of functions in functions has forty times its length. The corpora's
# have 20,000 in a file at most, and so many take 0.1 s.
MAX_BODIES = 250_000
# Of a body whose words are kept for the next hand-in; the longest in the corpora has 1,280.
MAX_KEPT = 2_000
_DEFINITION = re.compile(r"^( *)(?:async +)?def +(\w+) *\(", re.MULTILINE)
# A short text that nobody closes counts as one: looked for again from each quote that has a
# backslash before it, its end would take hours not to be found.
_TEXT = r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?"
# Each way begins with one character: then Python looks for these alone, in a third of the time.
_SKIPPED = re.compile(
    "|".join([_TEXT, r"#[^\n]*", *(f"{c}[rRuUbBfF]?(?:{_TEXT})" for c in "rRuUbBfF")]), re.DOTALL
)
_WORD = re.compile(r"(\.[ ]*)?([^\W\d]\w*)|\d[\w.]*|\*\*|//|[-+*/@%<>=!&|^~]=?|[^\s\w]")
_PYTHONS = frozenset(keyword.kwlist) | frozenset(dir(builtins)) | {"np", "numpy", "math"}


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the functions of a hand-in, word by word.

    Attributes:
        asked: a function that an exercise asks for -> its words; untouched stubs are left out.
        others: the words of every other function.
        whole: whether all that was handed in has been looked at.
    """

    asked: Mapping[str, Sequence[str]]
    others: Sequence[Sequence[str]] = ()
    whole: bool = True


def functions_written(files: Iterable[HandIn], functions: Collection[str]) -> Written:
    """The words of a hand-in's functions; of several definitions of one the last counts."""
    kept = kept_names(functions)
    asked: dict[str, Sequence[str]] = {}
    others: list[Sequence[str]] = []
    left, whole = MAX_TEXT, True
    functions_left, bodies_left = MAX_FUNCTIONS, MAX_BODIES
    for file in files:
        whole = whole and left > 0 and not is_more_than_read(file.data)
        for text in sources(file.data) if left else ():
            whole = whole and len(text) <= left
            text, left = text[:left], left - len(text[:left])
            for name, body in bodies(text):
                functions_left, bodies_left = functions_left - 1, bodies_left - len(body)
                if functions_left < 0 or bodies_left < 0:
                    whole = False
                    break
                words = words_of(body, kept)
                if name not in functions:
                    others.append(words)
                elif words and words[:2] != ("raise", "NotImplementedError"):
                    asked[name] = words
    return Written(asked, others, whole)


def likeness(found: Written) -> str:
    """A hash that hand-ins share when they are the same but for names, comments and layout.

    Returns:
        Sixteen digits; empty when too little is written to tell.
    """
    if sum(map(len, found.asked.values())) < MIN_WORDS:
        return ""
    whole = "\n".join(f"{name} {' '.join(found.asked[name])}" for name in sorted(found.asked))
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:16]


def kept_names(functions: Collection[str]) -> frozenset[str]:
    """Names that count as they are: what the exercises ask for, and Python's own."""
    return frozenset(functions) | _PYTHONS


def bodies(text: str) -> Iterator[tuple[str, str]]:
    """(name, what stands in it) of every function, without texts and comments."""
    text = _SKIPPED.sub(" ", text).expandtabs()[:MAX_TEXT]
    for match in _DEFINITION.finditer(text):
        if len(match[1]) > MAX_INDENT:
            continue
        last = min(match.end() + MAX_FUNCTION, len(text))
        after = _ends(len(match[1])).search(text, match.end(), last)
        head, _, rest = text[match.end() : after.start() if after else last].partition("\n")
        yield match[2], f"{head.partition(')')[0]}\n{rest}"


@lru_cache(maxsize=32)
def _ends(indent: int) -> re.Pattern[str]:
    """What begins the first line that is not part of a function whose `def` is indented so far."""
    return re.compile(rf"\n {{0,{indent}}}(?![ \s)\]}}])")


def words_of(body: str, kept: frozenset[str]) -> tuple[str, ...]:
    """A body word by word, with names that are not kept by the order in which they come."""
    return (_words_of if len(body) <= MAX_KEPT else _words_of.__wrapped__)(body, kept)


# Half of the functions of a hand-in came with the exercise, so a class has them in common; 512
# bodies are 3 MB.
@lru_cache(maxsize=512)
def _words_of(body: str, kept: frozenset[str]) -> tuple[str, ...]:
    return tuple(_words(body, kept))


def _words(body: str, kept: Collection[str]) -> Iterator[str]:
    numbers: dict[str, str] = {}
    head, _, rest = body.partition("\n")
    for name in re.findall(r"[^\W\d]\w*", head):  # parameters come first, and by themselves
        numbers.setdefault(name, f"#{len(numbers)}")
    for match in _WORD.finditer(rest):
        attribute, name = match[1], match[2]
        if name is None or attribute or name in kept:
            yield match[0]
        else:
            yield numbers.setdefault(name, f"#{len(numbers)}")

"""The kinds of notes on a submission: what is said, and why a person must look, in one place.

    LATE(file="backprop.py")  ->  Note("late", "handed in late, by its name: backprop.py", …)

Who notes something names the kind and fills in its fields; nobody has to find out from the words
what a note was about. A field may be several names, which the sentence lists. Fields are made fit
to be shown on the way, so they may be a student's own.
"""

import string
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.model import SEE_NOTES, Note
from autograder.showing import shown

MAX_FIELD = 400  # characters of a field; an error's last line with its values fits


@dataclass(frozen=True)
class Kind:
    """One kind of note.

    Attributes:
        id: what records call it.
        template: the sentence, with its fields in braces.
        look: in a few words, why a person must look; empty when nobody needs to.
        inside: it is between the grader and the instructor, and not shown to the student.
    """

    id: str
    template: str
    look: str = ""
    inside: bool = False

    def __post_init__(self) -> None:
        if self.id in KINDS:
            raise ValueError(f"there is a kind of notes called {self.id!r} already")
        KINDS[self.id] = self

    @property
    def fields(self) -> frozenset[str]:
        """The names in the template."""
        return frozenset(name for _, name, _, _ in string.Formatter().parse(self.template) if name)

    def __call__(self, **fields: object) -> Note:
        """A note of this kind.

        Raises:
            TypeError: a field is missing, or the template has none of that name.
        """
        if fields.keys() != self.fields:
            raise TypeError(f"{self.id}: fields {sorted(fields)}, expected {sorted(self.fields)}")
        clean = {name: _clean(value) for name, value in fields.items()}
        words = {name: _in_words(value) for name, value in clean.items()}
        return Note(self.id, self.template.format_map(words), self.look, self.inside, clean)


def _clean(value: object) -> str | tuple[str, ...]:
    """A field as it can be shown; of several names each."""
    if isinstance(value, (list, tuple)):
        return tuple(shown(str(name), MAX_FIELD) for name in value)
    return shown(str(value), MAX_FIELD)


def _in_words(field: str | tuple[str, ...]) -> str:
    return field if isinstance(field, str) else shown(", ".join(field), MAX_FIELD)


KINDS: dict[str, Kind] = {}

# What was handed in.
NO_FILE = Kind("no-file", "no exercise file was found")
FOUND_ONLY = Kind("found-only", "found only {files}")
EXPECTED = Kind(
    "expected", "expected are files of code called {expected} (or .ipynb): hand in these"
)
LATE = Kind("late", "handed in late, by its name: {file}", "handed in late")
TAKEN_AS = Kind("taken-as", "{file} was taken as {name}")  # a download's renaming, taken back
LEFT_OUT = Kind("left-out", "{file} was left out: {why}", "a file was left out")
READ_AS = Kind(
    "read-as", "{file} was read as {name}; rename it to that next time", "found under another name"
)
INSTEAD = Kind("instead", "{file} {why}; hand in {expected}", "a file was left out")
ELSEWHERE = Kind(
    "elsewhere",
    "functions of {exercises} stand in {file}, which was read for them; the names expected are "
    "{expected} (or .ipynb)",
    "found under another name",
)
DOCUMENT = Kind(
    "document",
    "{file} is a document or a web page: its text was read, in which indents or quotes may have "
    "been changed; hand in the .py or .ipynb file itself",
    "the text of a document was read",
)
ONLY_NAMED = Kind(
    "only-named",
    "{functions} of {exercise}: defined in no file that was read, but named in {file}; have a look "
    "there",
    "a function is named and not defined",
)
NOT_BOUND = Kind(
    "not-bound",
    "{functions} of {exercise}: named in {file}, but not defined once it has run; look there",
    "a function is named and not defined",
)
TOO_MANY = Kind(
    "too-many", "more than {limit} files: the rest was not looked at", "not all files were read"
)
TOO_DEEP = Kind(
    "too-deep", "folders deeper than {folder} were not looked at", "not all files were read"
)
CHECKOUT = Kind(
    "checkout",
    "{folder} is the whole project: {folders} in it came with it and do not count; hand in the "
    "files in exercises",
)
GIVEN_BACK = Kind("given-back", "{folders}: what was given back is no hand-in, and does not count")
ONE_EACH = Kind(
    "one-each",
    "{student} is how a file's name begins, and nobody here has more than one exercise; see "
    "whether several of these are one person's",
    "whose it is is not sure",
)
NEARLY_CALLED = Kind(
    "nearly-called",
    "{student} is called nearly as {other}; see whether both are one person's",
    "whose it is is not sure",
)
TOO_MANY_FORMS = Kind(
    "too-many-forms", "too many files for {exercise}: {files} not graded", "not all files were read"
)
VERSIONS = Kind("versions", "several versions: {counts} counts, not {others}", "several versions")
BETTER_COUNTS = Kind(
    "better-counts",
    "work in more than one file of an exercise, of which the better one counts: {files}; keep all "
    "of it in one",
    "handed in twice",
)
# What became of it when it was run.
UNREADABLE = Kind("unreadable", "{file} cannot be read: {why}", "a file cannot be read")
LOAD_ERROR = Kind("load-error", "{place}: {error}", "a file was read in part")
SYNTAX_ERROR = Kind("syntax-error", "{place}: {error}", "a file was read in part")
_SKIPPED = "{place}: a statement {why}, and was left out"
HUNG = Kind("hung", _SKIPPED, "a time limit was hit")
DIED = Kind("died", _SKIPPED, "its process died or was killed")
FORGED = Kind("forged", _SKIPPED, "hostile signs: forged or garbled replies")
GARBLED = Kind(
    "garbled", "its process sent what is no answer", "hostile signs: forged or garbled replies"
)
# What its code tried beyond its own folder; a hint, which hostile code can withhold.
TRIED = Kind("tried", "its code reached for {what}; the lock-down is there for that", "reached out")
ASKED_FOR = Kind("asked-for", "its code asked for {what}: not to be had here, and harmless")
NOT_HAD_HERE = Kind(
    "not-had-here",
    "{function} {error}: what it asks for is not to be had where it was graded; see what it would "
    "earn elsewhere",
    "asked for what is not to be had here",
    inside=True,
)
# Code that the kit ships, in a file that was handed in.
COPIED = Kind(
    "copied",
    "it holds code of the grader's own, of {modules}",
    "code of the grader's own",
    inside=True,
)
NOT_COMPARED = Kind(
    "not-compared",
    "it holds more than is compared with others' work and with the grader's own code; see what the "
    "rest is",
    "not all of it was compared",
    inside=True,
)
RESTS = Kind(
    "rests",
    "{functions} rest on code of the grader's own ({code}) and earn nothing; see whether they do",
    "code of the grader's own",
    inside=True,
)
# What its process told of its own work, against what was seen from outside.
BY_THE_CLOCK = Kind(
    "by-the-clock",
    "{function} is cheap by the lines that were counted in its process, and not by the kernel's "
    "clock (milliseconds: {took}); see how it computes that",
    "work that was not counted",
    inside=True,
)
# What became of the grading.
NO_LOCKDOWN = Kind("no-lockdown", "graded without lock-down (--unsafe)")  # of everybody alike
NOT_GRADED = Kind("not-graded", "not graded, please look at it: {why}", "not graded")
BROKEN = Kind("broken", "{check} is broken: {why}", "a check of ours broke", inside=True)
UNRECOGNISED = Kind(
    "unrecognised", "{check} could not be explained: {why}", "a check of ours broke", inside=True
)
NOT_DRAWN = Kind("not-drawn", "the pictures could not be drawn")
# What a record without kinds holds, as other programs or older versions write them.
OTHER = Kind("other", "{text}", SEE_NOTES)


def texts(notes: Iterable[Note]) -> list[str]:
    """The sentences."""
    return [note.text for note in notes]

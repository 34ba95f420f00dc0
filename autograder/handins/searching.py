"""Every file of one person that could matter, wherever in their folders it lies."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from autograder import notes
from autograder.handins.archives import MAX_ARCHIVE, archive_ending, in_archive
from autograder.handins.naming import ending_of
from autograder.handins.submission import UnreadableEntry
from autograder.handins.tree import TreeEntry
from autograder.model import Note
from autograder.showing import shown

MAX_LISTED = 50_000  # names of one person that are listed, which takes a second at most
MAX_NAMED = 200  # files called like an exercise that are kept, the least deep ones first
MAX_OTHERS = 200  # files called otherwise that are kept, the least deep ones first
MAX_OPENED = 12  # archives of one person, of up to 50 MB, while their files are looked for
# Archives around a file: what was downloaded as one is handed in as one. All that lie in others may
# have as many bytes together as one that does not: an archive of 3 MB could hold 600 MB of them.
MAX_NESTED = 2
DEPTH = 12  # folders below the person's own; Desktop/Uni/HW3/repo-main/exercises/weight_init has 6

Source = Callable[[], list[TreeEntry]]
Folder = tuple[str, ...]

# What tools leave behind, and what they install: nobody hands that in.
_LEFT_BEHIND = re.compile(
    r"__MACOSX|\.DS_Store|\._.*|~\$.*|__pycache__|\.ipynb_checkpoints|\.git|\.svn|\.hg|\.idea"
    r"|\.vscode|\.vs|\.venv|\.virtualenv.*|\.tox|\.nox|\.(?:pytest|mypy|ruff)_cache|\.eggs|\.cache"
    r"|\.Trash.*|\.Spotlight.*|\.fseventsd|\.local|\.config|\.npm|\.conda|\.jupyter|\.ipython"
    r"|\.gitignore|\.gitattributes|\.gitmodules|\.gitkeep|\.github|\.devcontainer|\.env|\.lock"
    r"|node_modules|site-packages|dist-packages|desktop\.ini|Thumbs\.db|\.nfs.*|\.python-version"
)
_ENVIRONMENT = {"pyvenv.cfg", "conda-meta"}  # what marks a Python installation
_PACKAGE = {"catalogue.py", "model.py", "conftest.py"}  # the grader's own package, from the kit
# A checkout of the project, and what in it answers the exercises and is not the student's.
_CHECKOUT, _NOT_THEIRS = {"autograder", "exercises", "solutions"}, {"solutions", "tests"}
_OTHER_ARCHIVE = re.compile(
    r".*\.(?:rar|7z|zst|z|lzma|lz4?|cab|dmg|iso|mbox|msg|pst)", re.I | re.DOTALL
)
# What teachers give back, as Sakai and OpenOLAT pack it beside what was handed in: `Feedback
# Attachment(s)`; `1_task`, `3_corrections`, `5_revisions_corrections_1`.
_HANDED_IN = re.compile(r"(?:\d+_)?submissions?|submission attachment.*", re.I | re.DOTALL)
_TEACHERS = re.compile(
    r"feedback(?: attachment.*)?|(?:\d+_)?(?:revisions?_)?corrections?(?:_\d+)?"
    r"|\d+_(?:task|solutions?|grading)",
    re.I | re.DOTALL,
)
# Each upload of one assignment in a folder of its own, as Teams keeps them.
_NUMBERED = re.compile(
    r"(?:version|versión|versão|versione|versie|wersja|verze|verzió|версия|attempt|versuch|intento"
    r"|tentative|tentativa|tentativo|poging|版本|バージョン|버전)[\s_-]*(?P<number>\d{1,6})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or something odd, and the folders below the person's own in which it lies."""

    folder: Folder
    entry: TreeEntry

    @property
    def path(self) -> str:
        """As it is shown to people."""
        return shown("/".join((*self.folder, self.entry.name)))


@dataclass
class Search:
    """What a search found, and what is to be said about it.

    Attributes:
        found: files that are called like an exercise, and odd things; the least deep first.
        others: the first of the other files.
        notes: what was not looked at, and why.
        left_out: (what could not be read, why).
        opened: how many archives were opened, or are to be.
        left: bytes that archives within archives may still have.
    """

    found: list[Found] = field(default_factory=list)
    others: list[Found] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    opened: int = 0
    left: int = MAX_ARCHIVE

    def within_another(self, entry: TreeEntry) -> list[TreeEntry]:
        """What is in an archive that lies in another one."""
        most = self.left
        self.left -= min(entry.size, most)
        return in_archive(entry, most)


@dataclass(frozen=True, slots=True)
class _Open:
    """A folder, or an archive, that is still to be listed."""

    folder: Folder
    source: Source
    within: int = 0  # archives around it, of those that are opened here


def is_left_behind(name: str) -> bool:
    """Whether a tool or a system made that file or folder for itself."""
    return _LEFT_BEHIND.fullmatch(name) is not None


def is_teachers(name: str) -> bool:
    """Whether a folder is named as one of what a teacher has given back."""
    return _TEACHERS.fullmatch(name) is not None


def search(
    sources: Iterable[Source], own: str, is_named: Callable[[str], bool], depth: int = DEPTH
) -> Search:
    """All files of a person, level by level.

    Archives within are opened like folders, and archives within those.

    Args:
        sources: each lists some of the person's entries.
        own: the assignment's name; of folders side by side that one is listed first.
        is_named: whether a file name is one of an exercise's.
        depth: folders below the person's own that are looked into.
    """
    result = Search()
    waiting = deque(_Open((), source) for source in sources)
    listed = 0
    while waiting:
        place = waiting.popleft()
        entries = _listed(place, result)
        listed += len(entries)
        named_here = {entry.name for entry in entries if is_named(entry.name)}
        files, below = _parted(place, entries, named_here, own, result)
        for file in files:
            named = file.entry.odd or file.entry.name in named_here
            kept, most = (result.found, MAX_NAMED) if named else (result.others, MAX_OTHERS)
            if len(kept) < most:
                kept.append(file)
        if listed > MAX_LISTED:
            result.notes.append(notes.TOO_MANY(limit=f"{MAX_LISTED:,}"))
            break
        if below and len(place.folder) >= depth:
            result.notes.append(notes.TOO_DEEP(folder="/".join(place.folder)))
            continue
        waiting += below
    return result


def _listed(place: _Open, result: Search) -> list[TreeEntry]:
    where = shown("/".join(place.folder)) or "the folder"
    try:
        return place.source()
    except OSError as error:
        result.left_out.append((where, f"it cannot be read ({error.strerror})"))
    except UnreadableEntry as error:
        result.left_out.append((where, str(error)))
    return []


def _parted(
    place: _Open, entries: list[TreeEntry], named: set[str], own: str, result: Search
) -> tuple[list[Found], list[_Open]]:
    """Files in a folder, and what is to be opened below it."""
    names = {entry.name for entry in entries}
    if not named and (names & _ENVIRONMENT or names >= _PACKAGE):
        return [], []
    not_theirs = _not_theirs(entries)
    if not_theirs and names >= _CHECKOUT:
        where = shown("/".join(place.folder)) or "what was handed in"
        result.notes.append(notes.CHECKOUT(folder=where, folders=not_theirs))
    elif not_theirs:
        result.notes.append(notes.GIVEN_BACK(folders=not_theirs))
    files, folders, archives = [], [], []
    for entry in entries:
        if is_left_behind(entry.name) or entry.name in not_theirs:
            continue
        if entry.entries is not None and entry.name in named and not _holds_code(entry):
            files.append(Found(place.folder, TreeEntry(entry.name, odd="a folder")))
        elif entry.entries is not None:
            folders.append(entry)
        elif entry.read is not None and archive_ending(entry.name):
            archives.append(entry)
        else:
            files.append(Found(place.folder, entry))
            if _OTHER_ARCHIVE.fullmatch(entry.name) and not entry.odd:
                why = "it is an archive of a kind that is not opened; hand in the files themselves"
                result.left_out.append((files[-1].path, why))
    if place.within == MAX_NESTED:
        files += [Found(place.folder, entry) for entry in archives]
        archives = []
    inner = list(_folders(place, _newest_only(place, folders, result), own))
    return files, [*inner, *_archives(place, archives, result)]


def _not_theirs(entries: list[TreeEntry]) -> list[str]:
    """Folders that answer the exercises and are not the student's own."""
    names = {entry.name for entry in entries}
    if names >= _CHECKOUT:
        return sorted(_NOT_THEIRS & names)
    folders = [entry.name for entry in entries if entry.entries is not None]
    return list(filter(is_teachers, folders)) if any(map(_HANDED_IN.fullmatch, folders)) else []


def _archives(place: _Open, archives: list[TreeEntry], result: Search) -> Iterator[_Open]:
    for entry in archives:
        result.opened += 1
        if result.opened <= MAX_OPENED:
            source = partial(result.within_another if place.within else in_archive, entry)
            yield _Open((*place.folder, entry.name), source, place.within + 1)
        elif result.opened == MAX_OPENED + 1:
            why = f"more than {MAX_OPENED} archives: this and the rest were not opened"
            result.left_out.append((Found(place.folder, entry).path, why))


def _holds_code(folder: TreeEntry) -> bool:
    """Whether it is `backprop.py/backprop.py`, as some tools unpack archives."""
    return any(entry.read and ending_of(entry.name)[1] for entry in folder.inner())


def _folders(place: _Open, folders: list[TreeEntry], own: str) -> Iterator[_Open]:
    for entry in sorted(folders, key=lambda entry: (entry.name != own, entry.name)):
        assert entry.entries is not None
        yield _Open((*place.folder, entry.name), entry.entries, place.within)


def _newest_only(place: _Open, folders: list[TreeEntry], result: Search) -> list[TreeEntry]:
    """Of uploads that are numbered from 1 only the last; everything else is kept."""
    numbered = {
        entry.name: int(match["number"])
        for entry in folders
        if (match := _NUMBERED.fullmatch(entry.name))
    }
    if len(numbered) < 2:
        return folders
    newest = max(numbered, key=lambda name: numbered[name])
    others = ", ".join(name for name in sorted(numbered) if name != newest)
    within = "/".join((*place.folder, newest))
    result.notes.append(notes.VERSIONS(counts=within, others=others))
    return [entry for entry in folders if entry.name not in numbered or entry.name == newest]

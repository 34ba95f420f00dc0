"""Hostile *forms* of a hand-in: what can be wrong with files before a line of them is run.

`FORMS` lists them by name. `FORMS[name].place(folder, texts)` puts one on disk: `folder` is a new,
empty folder inside a folder of the test's own (some forms put something beside it as well), and
`texts` maps each exercise to the text of a right solution. The grader is then given
`folder / form.submission`. What it owes to it is the form's `expectation` or, for a folder that
holds a whole class, `students`. Every form leaves right the exercises that it does not touch.

A builder either returns `{relative name: content}` or builds in the folder itself. Nothing here
runs on import; nothing is written outside the folder and its parent. What a form wants to see
executed, followed or unpacked leaves a trace, see `traces.py`.

The module needs the standard library only, and can be loaded from its path alone.
"""

import base64
import io
import json
import os
import pickle
import random
import stat
import struct
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Texts = Mapping[str, str]
Files = dict[str, bytes]
Builder = Callable[[Path, Texts], Files | None]

EXERCISES = ("initializers", "backprop", "diagnostics")
OTHERS = ("initializers", "diagnostics")
TRACE = "/tmp/autograder-hostile-trace-"
CANARY = "autograder-hostile-canary: this line lies outside of the submission"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Expectation:
    """What a grader owes to one submission. What is not named is left open.

    Attributes:
        full: exercises whose own functions get all their points (the claims apart).
        nothing: exercises that get no points.
        status: what the record may say.
    """

    full: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    status: tuple[str, ...] = ("graded",)


@dataclass(frozen=True)
class Form:
    """One hostile form of a hand-in.

    Attributes:
        name: the builder's name.
        kind: the group it belongs to.
        attempts: what it tries, in a sentence.
        build: writes it, or returns what to write.
        expectation: what the grader owes it.
        submission: what to hand to the grader, relative to the folder.
        students: for a folder that holds a class: student -> what the grader owes that student.
    """

    name: str
    kind: str
    attempts: str
    build: Builder
    expectation: Expectation
    submission: str = ""
    students: Mapping[str, Expectation] = field(default_factory=dict)

    def place(self, folder: Path, texts: Texts) -> Path:
        """Put the form into `folder`, and return the path to be graded.

        Raises:
            OSError: this file system cannot hold it (a name, a kind of file).
        """
        for name, content in (self.build(folder, texts) or {}).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return folder / self.submission if self.submission else folder


FORMS: dict[str, Form] = {}


def form(
    kind: str,
    *,
    full: Iterable[str] = (),
    nothing: Iterable[str] = (),
    status: Iterable[str] = ("graded",),
    submission: str = "",
    students: Mapping[str, Expectation] | None = None,
) -> Callable[[Builder], Builder]:
    """Enter a builder in `FORMS` under its function's name; its docstring tells the attempt."""

    def enter(build: Builder) -> Builder:
        attempts = " ".join((build.__doc__ or "").split())
        expectation = Expectation(tuple(full), tuple(nothing), tuple(status))
        FORMS[build.__name__] = Form(
            build.__name__, kind, attempts, build, expectation, submission, students or {}
        )
        return build

    return enter


def scripts(texts: Texts, *but: str) -> Files:
    """The right solutions as `.py` files, without those named."""
    return {f"{name}.py": text.encode() for name, text in texts.items() if name not in but}


def put(folder: Path, files: Files) -> None:
    """Write files that a builder wants on disk before it goes on."""
    for name, content in files.items():
        (folder / name).write_bytes(content)


def tell(name: str) -> bytes:
    """Python source that leaves a trace when somebody runs it."""
    return f'open("{TRACE}{name}", "w").close()\nraise SystemExit(0)\n'.encode()


# ---------------------------------------------------------------- links


def outside(folder: Path, texts: Texts) -> Path:
    """A right backprop.py beside the submission, which is not part of it and says so."""
    path = folder.parent / "outside-of-the-submission.py"
    path.write_text(f"# {CANARY}\n{texts['backprop']}", encoding="utf-8")
    return path


@form("links", full=OTHERS, nothing=["backprop"])
def link_outside(folder: Path, texts: Texts) -> Files:
    """backprop.py is a symbolic link to a right file outside, as another student's would be."""
    (folder / "backprop.py").symlink_to(outside(folder, texts))
    return scripts(texts, "backprop")


@form("links", full=OTHERS, nothing=["backprop"])
def link_outside_relative(folder: Path, texts: Texts) -> Files:
    """backprop.ipynb is a relative link through `..` to a file outside."""
    (folder / "backprop.ipynb").symlink_to(Path("..") / outside(folder, texts).name)
    return scripts(texts, "backprop")


@form("links", full=OTHERS, nothing=["backprop"])
def link_to_itself(folder: Path, texts: Texts) -> Files:
    """backprop.py is a link to itself."""
    (folder / "backprop.py").symlink_to("backprop.py")
    return scripts(texts, "backprop")


@form("links", full=OTHERS, nothing=["backprop"])
def link_to_nothing(folder: Path, texts: Texts) -> Files:
    """backprop.py is a link to a path that does not exist; writing through it leaves a trace."""
    (folder / "backprop.py").symlink_to(TRACE + "link_to_nothing")
    return scripts(texts, "backprop")


@form("links", full=OTHERS, nothing=["backprop"])
def link_to_endless_device(folder: Path, texts: Texts) -> Files:
    """backprop.py is a link to /dev/zero, which never ends."""
    (folder / "backprop.py").symlink_to("/dev/zero")
    return scripts(texts, "backprop")


@form("links", full=OTHERS, nothing=["backprop"])
def link_to_reader_itself(folder: Path, texts: Texts) -> Files:
    """backprop.py is a link to the reader's own environment, backprop.ipynb to its memory."""
    (folder / "backprop.py").symlink_to("/proc/self/environ")
    (folder / "backprop.ipynb").symlink_to("/proc/self/mem")
    return scripts(texts, "backprop")


@form("links", full=OTHERS, nothing=["backprop"])
def link_of_folder(folder: Path, texts: Texts) -> Files:
    """weight_init is a link to a folder outside that holds a right backprop.py."""
    beside = folder.parent / "outside-of-the-submission"
    beside.mkdir(exist_ok=True)
    (beside / "backprop.py").write_text(f"# {CANARY}\n{texts['backprop']}", encoding="utf-8")
    (folder / "weight_init").symlink_to(beside)
    return scripts(texts, "backprop")


@form("links", full=EXERCISES)
def link_in_circle(folder: Path, texts: Texts) -> Files:
    """weight_init leads to its own parent, and another folder to the root of the file system."""
    (folder / "weight_init").symlink_to("..")
    (folder / "everything").symlink_to("/")
    (folder / "here").symlink_to(".")
    return scripts(texts)


# ---------------------------------------------------------------- not a file


@form("not-a-file", full=OTHERS, nothing=["backprop"])
def pipe_for_file(folder: Path, texts: Texts) -> Files:
    """backprop.py is a named pipe: opening it waits for a writer for ever."""
    os.mkfifo(folder / "backprop.py")
    return scripts(texts, "backprop")


@form("not-a-file", full=EXERCISES)
def pipe_beside_files(folder: Path, texts: Texts) -> Files:
    """Everything is right, and a named pipe, a socket and an unreadable folder lie beside it."""
    os.mkfifo(folder / "notes.txt")
    os.mknod(folder / "socket", stat.S_IFSOCK | 0o600)
    (folder / "private").mkdir(mode=0)
    return scripts(texts)


@form("not-a-file", full=OTHERS, nothing=["backprop"])
def socket_for_file(folder: Path, texts: Texts) -> Files:
    """backprop.py is a socket, which can be seen and not opened."""
    os.mknod(folder / "backprop.py", stat.S_IFSOCK | 0o600)
    return scripts(texts, "backprop")


@form("not-a-file", full=EXERCISES)
def folder_for_file(folder: Path, texts: Texts) -> Files:
    """backprop.py is a folder, with something right and something foreign: the right file counts."""
    return scripts(texts, "backprop") | {
        "backprop.py/__init__.py": texts["backprop"].encode(),
        "backprop.py/__main__.py": tell("folder_for_file"),
    }


@form("not-a-file", full=EXERCISES)
def folders_without_end(folder: Path, texts: Texts) -> Files:
    """Three hundred folders inside each other beside the files."""
    deep = folder
    for level in range(300):
        deep = deep / "weight_init"[level % 11]
        deep.mkdir()
    return scripts(texts)


@form("not-a-file", full=EXERCISES)
def files_without_number(folder: Path, texts: Texts) -> Files:
    """Twenty thousand empty files beside the three that count."""
    return scripts(texts) | {f"data/{number:05d}.txt": b"" for number in range(20_000)}


# ---------------------------------------------------------------- modes


@form("modes", full=OTHERS)
def mode_unreadable(folder: Path, texts: Texts) -> None:
    """backprop.py may be read by nobody; root reads it all the same."""
    put(folder, scripts(texts))
    (folder / "backprop.py").chmod(0)


@form("modes", full=EXERCISES)
def mode_executable_and_setuid(folder: Path, texts: Texts) -> None:
    """The files are executable, set-uid, and begin with a line that names an interpreter."""
    line = f"#!/bin/touch {TRACE}mode_executable_and_setuid\n".encode()
    put(folder, {name: line + content for name, content in scripts(texts).items()})
    for name in EXERCISES:
        (folder / f"{name}.py").chmod(0o6777)


@form("modes", full=EXERCISES)
def mode_closed_folder(folder: Path, texts: Texts) -> Files:
    """A folder weight_init that may not be entered, with the right files above it."""
    (folder / "weight_init").mkdir(mode=0)
    return scripts(texts)


@form("modes", full=EXERCISES)
def mode_times_of_another_age(folder: Path, texts: Texts) -> None:
    """Modification times before 1970 and after 2106, which zip headers and caches cannot hold."""
    put(folder, scripts(texts))
    os.utime(folder / "backprop.py", (-1_000_000_000, -1_000_000_000))
    os.utime(folder / "initializers.py", (5_000_000_000, 5_000_000_000))


# ---------------------------------------------------------------- names

STRAY = b"raise SystemExit('a stray file has been run')\n"


@form("names", full=EXERCISES)
def names_control_characters(folder: Path, texts: Texts) -> Files:
    """Stray files named with line breaks, escape sequences and the bell."""
    names = ("a\nb.py", "\x1b]0;owned\x07\x1b[2J.py", "back\rprop.py", "\x7f\x08.ipynb", "\t.py")
    return scripts(texts) | dict.fromkeys(names, STRAY)


@form("names", full=EXERCISES)
def names_markup_and_formulas(folder: Path, texts: Texts) -> Files:
    """Stray files named with html, formulas and templates."""
    names = (
        "<img src=x onerror=alert(1)>.py",
        "<script>alert(1)<!--.ipynb",
        "=HYPERLINK('http:⁄⁄example.invalid').py",
        "@SUM(1+1).py",
        "-1+1.csv",
        "{{ config }}${7*7}%s.py",
        "[link=x]y[red].py",
        '"; drop table submission; --.py',
        "$(touch " + TRACE.replace("/", "∕") + "names).py",
        "`id`.py",
    )
    return scripts(texts) | dict.fromkeys(names, STRAY)


@form("names", full=EXERCISES)
def names_like_options(folder: Path, texts: Texts) -> Files:
    """Stray files whose names are options or patterns to somebody's command line."""
    names = (
        "-rf",
        "--unsafe",
        "--out=.",
        "-p no:cacheprovider",
        "*",
        "?.py",
        "~",
        "...",
        " ",
        "\\",
    )
    return scripts(texts) | dict.fromkeys(names, STRAY)


@form("names", full=EXERCISES)
def names_look_alike(folder: Path, texts: Texts) -> Files:
    """Stray files that look like the exercises: other letters, other case, spaces, two endings."""
    names = (
        "baсkprop.py",  # a Cyrillic letter
        "ｂackprop.py",  # a full-width letter
        "BackProp.txt.py",
        "backprop.py ",
        "backprop.py.",
        " backprop.py",
        "backprop.py.bak",
        "backprop (1).py.txt",
        "backprop\u200b.py",
        "\u202eyp.porpkcab",
        ".backprop.py",
        "backprop.pyc",
    )
    return scripts(texts) | dict.fromkeys(names, STRAY)


@form("names", full=EXERCISES)
def names_long_and_wide(folder: Path, texts: Texts) -> Files:
    """Stray files with names as long as the file system allows, of emoji and joined letters."""
    names = ("x" * 252 + ".py", "\U0001f600" * 60 + ".py", "e" + "\u0301" * 120 + ".ipynb")
    return scripts(texts) | dict.fromkeys(names, STRAY)


@form("names", full=EXERCISES)
def names_that_are_no_text(folder: Path, texts: Texts) -> Files:
    """Stray files whose names are no UTF-8: they cannot be printed or put into JSON as they are."""
    names = (b"\xff\xfe.py", b"caf\xe9.ipynb", b"\xed\xa0\x80.py")
    return scripts(texts) | dict.fromkeys(map(os.fsdecode, names), STRAY)


# ---------------------------------------------------------------- archives


def zipped(entries: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """An archive with these entries, in this order, as given: names are not made safe."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return target.getvalue()


def hand_in(archive: bytes) -> Files:
    """The archive as the only file."""
    return {"hand-in.zip": archive}


def right_entries(texts: Texts, *but: str) -> list[tuple[str | zipfile.ZipInfo, bytes]]:
    """The right solutions as entries of an archive."""
    return [*scripts(texts, *but).items()]


def special_entry(name: str, mode: int) -> zipfile.ZipInfo:
    """An entry that says it is a link, a pipe or a device."""
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = mode << 16
    return entry


EITHER = ("graded", "unreadable", "empty")


@form("archives", submission="hand-in.zip", status=EITHER)
def zip_slip(folder: Path, texts: Texts) -> Files:
    """Entries that climb out of where they are unpacked, by `..`, root, drive and backslash."""
    name = "autograder-hostile-trace-zip_slip"
    ways = [f"{'../' * depth}{name}" for depth in (1, 2, 5, 20)]
    ways += [
        f"/tmp/{name}",
        f"weight_init/../../{name}",
        f"..\\{name}",
        f"C:\\{name}",
        f"./../{name}",
    ]
    return hand_in(zipped([*right_entries(texts), *((way, b"slipped out") for way in ways)]))


@form("archives", submission="hand-in.zip", status=EITHER, nothing=["backprop"])
def zip_links(folder: Path, texts: Texts) -> Files:
    """Links in an archive: one is backprop.py, one a folder that a later entry writes through."""
    linked = special_entry("backprop.py", stat.S_IFLNK | 0o777)
    tunnel = special_entry("tunnel", stat.S_IFLNK | 0o777)
    return hand_in(
        zipped(
            [
                *right_entries(texts, "backprop"),
                (linked, str(outside(folder, texts)).encode()),
                (tunnel, b"/tmp"),
                ("tunnel/autograder-hostile-trace-zip_links", b"through the tunnel"),
            ]
        )
    )


@form("archives", submission="hand-in.zip", status=EITHER, nothing=["backprop"])
def zip_devices(folder: Path, texts: Texts) -> Files:
    """Entries that say they are a pipe, a device and a socket."""
    return hand_in(
        zipped(
            [
                *right_entries(texts, "backprop"),
                (special_entry("backprop.py", stat.S_IFIFO | 0o666), b""),
                (special_entry("backprop.ipynb", stat.S_IFCHR | 0o666), b""),
                (special_entry("weight_init/backprop.py", stat.S_IFSOCK | 0o666), b""),
            ]
        )
    )


@form("archives", submission="hand-in.zip", status=EITHER, nothing=["backprop"])
def zip_bomb(folder: Path, texts: Texts) -> None:
    """backprop.py unpacks to 300 MB."""
    with zipfile.ZipFile(
        folder / "hand-in.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1
    ) as archive:
        for name, content in scripts(texts, "backprop").items():
            archive.writestr(name, content)
        with archive.open("backprop.py", "w") as target:
            for _ in range(300):
                target.write(b"\n" * MEGABYTE)


@form("archives", submission="hand-in.zip", status=EITHER, nothing=["backprop"])
def zip_lying_size(folder: Path, texts: Texts) -> Files:
    """Says that backprop.py is ten bytes long; it unpacks to 50 MB."""
    content = zipped([("backprop.py", b"\n" * 50 * MEGABYTE)])
    claimed, real = struct.pack("<I", 10), struct.pack("<I", 50 * MEGABYTE)
    return hand_in(content.replace(real, claimed))


@form("archives", submission="hand-in.zip", status=EITHER, nothing=["backprop"])
def zip_of_one_kernel(folder: Path, texts: Texts) -> Files:
    """Twenty thousand entries that all share one compressed megabyte: 20 GB out of a few kB."""
    single = zipped([("backprop.py", b"\n" * MEGABYTE)])
    start = single.index(b"PK\x01\x02")
    end = single.index(b"PK\x05\x06")
    records = single[start:end] * 20_000
    closing = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 20_000, 20_000, len(records), start, 0)
    return hand_in(single[:start] + records + closing)


@form("archives", submission="hand-in.zip", status=EITHER)
def zip_in_zip(folder: Path, texts: Texts) -> Files:
    """The right files, and archives in archives, ten to each, six deep."""
    inner = zipped([("0.txt", b"0" * MEGABYTE)])
    for _ in range(5):
        inner = zipped([(f"{number}.zip", inner) for number in range(10)])
    return hand_in(zipped([*right_entries(texts), ("weight_init.zip", inner), ("more.zip", inner)]))


@form("archives", submission="hand-in.zip", status=EITHER)
def zip_many_entries(folder: Path, texts: Texts) -> Files:
    """Thirty thousand empty entries before the right ones."""
    empty: list[tuple[str | zipfile.ZipInfo, bytes]] = [(f"{n}/{n}/", b"") for n in range(30_000)]
    return hand_in(zipped([*empty, *right_entries(texts)]))


@form("archives", submission="hand-in.zip", status=EITHER, nothing=["backprop"])
def zip_encrypted(folder: Path, texts: Texts) -> Files:
    """backprop.py is marked as encrypted, and a password is asked for."""
    content = bytearray(zipped([("backprop.py", b"secret = 1\n")]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    return hand_in(bytes(content))


@form("archives", submission="hand-in.zip", status=EITHER, nothing=["backprop"])
def zip_unknown_method(folder: Path, texts: Texts) -> Files:
    """backprop.py is compressed in a way that nobody knows."""
    content = bytearray(zipped([("backprop.py", b"secret = 1\n")]))
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.index(signature) + offset] = 99
    return hand_in(bytes(content))


@form("archives", submission="hand-in.zip", status=EITHER, nothing=["backprop"])
def zip_wrong_checksum(folder: Path, texts: Texts) -> Files:
    """The checksum of backprop.py does not fit, and its content is not what was packed."""
    text = texts["backprop"].encode()
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("backprop.py", text)
        return hand_in(target.getvalue().replace(text, text[::-1]))


@form("archives", submission="hand-in.zip", status=("unreadable", "empty"), nothing=EXERCISES)
def zip_cut_short(folder: Path, texts: Texts) -> Files:
    """An upload that broke off in the middle."""
    whole = zipped(right_entries(texts))
    return hand_in(whole[: len(whole) // 2])


@form("archives", submission="hand-in.zip", status=("unreadable", "empty"), nothing=EXERCISES)
def zip_of_nothing(folder: Path, texts: Texts) -> Files:
    """An archive without an entry."""
    return hand_in(zipped([]))


@form("archives", submission="hand-in.zip", status=("unreadable", "empty"), nothing=EXERCISES)
def zip_that_is_none(folder: Path, texts: Texts) -> Files:
    """A web page that was saved as hand-in.zip."""
    return hand_in(b"<!DOCTYPE html><title>Sign in</title><script>alert(1)</script>\n")


@form("archives", submission="hand-in.zip", status=("unreadable", "empty"), nothing=EXERCISES)
def zip_of_claims(folder: Path, texts: Texts) -> Files:
    """An end record that claims 65,535 entries in 4 GiB, and a 64-bit one that claims more."""
    far = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 2**63, 2**63, 2**63, 2**63)
    locator = struct.pack("<IIQI", 0x07064B50, 0, 0, 1)
    closing = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 2**32 - 1, 2**32 - 1, 0)
    return hand_in(far + locator + closing)


@form("archives", submission="hand-in.zip", status=EITHER)
def zip_odd_names(folder: Path, texts: Texts) -> Files:
    """The right files, between entries named with line breaks, escapes, NUL, or at great length."""
    names = (
        "a\nb.py",
        "\x1b[2J<b>.py",
        "x\0.py",
        "x" * 60_000,
        "a//b/./c.py",
        "~root/x.py",
        "CON.py",
        "-",
    )
    return hand_in(zipped([*((name, STRAY) for name in names), *right_entries(texts)]))


@form("archives", submission="hand-in.zip", status=EITHER)
def zip_same_name_twice(folder: Path, texts: Texts) -> Files:
    """backprop.py twice, wrong and right, and once more in another spelling of its path."""
    wrong = b"train = None\n"
    content = zipped(
        [
            ("backprop-py", wrong),
            *right_entries(texts),
            ("./backprop.py", wrong),
            ("weight_init/../backprop.py", wrong),
        ]
    )
    return hand_in(content.replace(b"backprop-py", b"backprop.py"))


@form("archives", submission="hand-in.zip", status=EITHER, nothing=EXERCISES)
def zip_of_another_kind(folder: Path, texts: Texts) -> Files:
    """A tar archive with a link and a way out, under the name of a zip."""
    import tarfile

    with io.BytesIO() as target:
        with tarfile.open(fileobj=target, mode="w:gz") as archive:
            for name in ("../autograder-hostile-trace-zip_of_another_kind", "backprop.py"):
                entry = tarfile.TarInfo(name)
                entry.size = 2
                archive.addfile(entry, io.BytesIO(b"1\n"))
        return hand_in(target.getvalue())


# ---------------------------------------------------------------- size and text of scripts


@form("size", full=OTHERS, nothing=["backprop"])
def source_of_50_mb(folder: Path, texts: Texts) -> Files:
    """50 MB of assignments, which compile for half a minute and take 4 GB."""
    line = b"x = [1, 2, 3, 'four', {5: 6}]\n"
    return scripts(texts, "backprop") | {"backprop.py": line * (50 * MEGABYTE // len(line))}


@form("size", full=OTHERS, nothing=["backprop"])
def source_claims_300_mb(folder: Path, texts: Texts) -> Files:
    """Files that say they are 300 MB and 8 TB long and hold nothing (they take no room on disk)."""
    for name, size in (("backprop.py", 300 * MEGABYTE), ("backprop.ipynb", 8 * MEGABYTE**2)):
        with (folder / name).open("wb") as target:
            target.truncate(size)
    return scripts(texts, "backprop")


@form("size", full=OTHERS, nothing=["backprop"])
def source_of_parentheses(folder: Path, texts: Texts) -> Files:
    """Half a file of opening parentheses, and as many closing ones."""
    return scripts(texts, "backprop") | {"backprop.py": b"x = " + b"(" * 100_000 + b")" * 100_000}


@form("size", full=OTHERS, nothing=["backprop"])
def source_of_one_expression(folder: Path, texts: Texts) -> Files:
    """A single expression that nests a hundred thousand deep without a parenthesis."""
    return scripts(texts, "backprop") | {"backprop.py": b"x = " + b"-" * 100_000 + b"1\n"}


@form("size", full=OTHERS, nothing=["backprop"])
def source_of_attributes(folder: Path, texts: Texts) -> Files:
    """A chain of sixty thousand attributes, deep for every visitor of the syntax tree."""
    return scripts(texts, "backprop") | {"backprop.py": b"x = a" + b".b" * 60_000 + b"\n"}


@form("size", full=OTHERS, nothing=["backprop"])
def source_of_digits(folder: Path, texts: Texts) -> Files:
    """One integer of two hundred thousand digits, and constants that want to be folded."""
    text = b"x = " + b"9" * 200_000 + b"\ny = 9**9**9**9\nz = 'a' * 10**10\n"
    return scripts(texts, "backprop") | {"backprop.py": text}


@form("size", full=OTHERS, nothing=["backprop"])
def source_of_nested_blocks(folder: Path, texts: Texts) -> Files:
    """Ninety-nine nested loops and functions, more than blocks may nest."""
    text = (
        "".join(" " * depth + f"for i{depth} in x:\n" for depth in range(99)) + " " * 99 + "pass\n"
    )
    return scripts(texts, "backprop") | {"backprop.py": text.encode()}


# Texts that a search begins again from each of their places, if it is written carelessly: hours for
# megabytes. Each is repeated behind the first line of a function, and before a stub's last.
SLOW_TO_SEARCH = (
    *("\n", " \n", "->", ") ", "):\n", " #", "\\'", "'''x", "# %% ", "[markdown]", "sigmoid = None\n"),
    *("def sigmoid(a):\n", "\t" * 26 + "def f(\n", "  def f(\n", "sigmoid ", "= ", "[1,\n"),
)


def slow_to_search(unit: str, size: int) -> str:
    """A stub of `sigmoid` that holds a text again and again."""
    repeated = unit * (size // len(unit))
    return f"def sigmoid(a):\n'{repeated}\n    raise NotImplementedError\n"


@form("size", full=OTHERS, nothing=["backprop"])
def source_slow_to_search(folder: Path, texts: Texts) -> Files:
    """Blank lines, arrows, quotes and definitions that whoever looks for something reads again and
    again."""
    text = "".join(slow_to_search(unit, 900_000 // len(SLOW_TO_SEARCH)) for unit in SLOW_TO_SEARCH)
    return scripts(texts, "backprop") | {"backprop.py": text.encode()}


@form("size", full=OTHERS, nothing=["backprop"])
def source_of_names(folder: Path, texts: Texts) -> Files:
    """Copies that hold nothing but the names of functions, each of which is looked for in all."""
    names = ("sigmoid", "sigmoid_grad", "tanh_grad", "forward", "backward", "sgd_step", "train")
    line = "(".join(names) + "x".join(names) + "\n"
    copies = {f"backprop ({n}).py": f"{line * 600}#{n}".encode() for n in range(40)}
    return scripts(texts, "backprop") | copies


@form("size", full=OTHERS, nothing=["backprop"])
def source_of_stubs_and_blank_lines(folder: Path, texts: Texts) -> Files:
    """Stubs again and again, and behind them blank lines, which could belong to each of them."""
    stub = "def sigmoid(a):\n    raise NotImplementedError\n"
    text = stub * 15 + " \n" * 400_000
    return scripts(texts, "backprop") | {"backprop.py": text.encode()}


@form("text", full=OTHERS, nothing=["backprop"])
def text_empty(folder: Path, texts: Texts) -> Files:
    """backprop.py is empty."""
    return scripts(texts, "backprop") | {"backprop.py": b""}


@form("text", full=OTHERS)
def text_with_nul(folder: Path, texts: Texts) -> Files:
    """NUL bytes in the middle of an otherwise right file."""
    return scripts(texts) | {
        "backprop.py": texts["backprop"].encode().replace(b"\n\n", b"\n\0\n", 3)
    }


@form("text", full=OTHERS, nothing=["backprop"])
def text_of_random_bytes(folder: Path, texts: Texts) -> Files:
    """100 kB of random bytes."""
    return scripts(texts, "backprop") | {"backprop.py": random.Random(1).randbytes(100_000)}


@form("text", full=OTHERS)
def text_in_utf_16(folder: Path, texts: Texts) -> Files:
    """A right file in UTF-16, with a byte order mark."""
    return scripts(texts) | {"backprop.py": texts["backprop"].encode("utf-16")}


@form("text", full=OTHERS)
def text_with_hidden_encoding(folder: Path, texts: Texts) -> Files:
    """A coding cookie under which comments turn into code that leaves a trace."""
    code = tell("text_with_hidden_encoding").decode().replace("\n", "+AAo-")
    return scripts(texts) | {
        "backprop.py": f"# -*- coding: utf-7 -*-\n# +AAo-{code}\n{texts['backprop']}".encode()
    }


@form("text", full=OTHERS)
def text_with_unknown_encoding(folder: Path, texts: Texts) -> Files:
    """Coding cookies that name no encoding, one that is no text encoding, and a path."""
    cookies = "# coding: rot13\n# coding: ../../etc/passwd\n"
    return scripts(texts) | {"backprop.py": (cookies + texts["backprop"]).encode()}


@form("text", full=OTHERS)
def text_with_surrogates(folder: Path, texts: Texts) -> Files:
    """Halves of surrogate pairs, encoded one by one, in a comment and in a string."""
    return scripts(texts) | {
        "backprop.py": b"# \xed\xa0\x80\nx = '\xed\xb3\xbf'\n" + texts["backprop"].encode()
    }


@form("text", full=OTHERS, nothing=["backprop"])
def text_is_another_format(folder: Path, texts: Texts) -> Files:
    """An executable, an image and a pickle that leaves a trace, all under names of Python files."""
    pickled = pickle.dumps(Loaded(), 0)
    return scripts(texts, "backprop") | {
        "backprop.py": b"\x7fELF\x02\x01\x01\x00" + bytes(56),
        "backprop.ipynb": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "backprop.pkl": pickled,
        "weight_init/backprop.py": pickled,
        "weight_init/backprop.npy": pickled,
    }


class Loaded:
    """Leaves a trace in a process that unpickles it."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch {TRACE}text_is_another_format",)


# ---------------------------------------------------------------- what is picked up by itself


@form("shadowing", full=EXERCISES)
def shadow_standard_modules(folder: Path, texts: Texts) -> Files:
    """Modules named like those that a harness imports."""
    names = "numpy json struct os typing traceback pickle io re ast types dataclasses socket signal"
    shadows = {f"{name}.py": tell("shadow_standard_modules") for name in names.split()}
    shadows["numpy/__init__.py"] = tell("shadow_standard_modules")
    return scripts(texts) | shadows


@form("shadowing", full=EXERCISES)
def shadow_start_up(folder: Path, texts: Texts) -> Files:
    """What interpreters, shells and test tools run without being asked."""
    trace = tell("shadow_start_up")
    names = (
        "sitecustomize.py",
        "usercustomize.py",
        "conftest.py",
        "__init__.py",
        "__main__.py",
        "setup.py",
        "nbgrader_config.py",
        "jupyter_notebook_config.py",
        "noxfile.py",
        "weight_init/conftest.py",
    )
    path_file = f"import os; os.system('touch {TRACE}shadow_start_up')\n".encode()
    return (
        scripts(texts)
        | dict.fromkeys(names, trace)
        | dict.fromkeys(("hostile.pth", "numpy.pth", "python313._pth"), path_file)
        | {"hostile_plugin.py": trace, ".pythonrc.py": trace, "test_hostile.py": trace}
    )


@form("shadowing", full=EXERCISES)
def shadow_configuration(folder: Path, texts: Texts) -> Files:
    """Configuration that turns plug-ins on, checks off, and points somewhere else."""
    addopts = "-p hostile_plugin --co -q"
    return scripts(texts) | {
        "hostile_plugin.py": tell("shadow_configuration"),
        "pytest.ini": f"[pytest]\naddopts = {addopts}\n".encode(),
        "tox.ini": f"[pytest]\naddopts = {addopts}\n".encode(),
        "setup.cfg": f"[tool:pytest]\naddopts = {addopts}\n".encode(),
        "pyproject.toml": f'[tool.pytest.ini_options]\naddopts = "{addopts}"\n'.encode(),
        ".coveragerc": b"[run]\nplugins = hostile_plugin\n",
        ".env": b"AUTOGRADER_UNSAFE=1\nPYTHONPATH=.\nPYTHONSTARTUP=hostile_plugin.py\n",
        ".autograder.toml": b"unsafe = true\nscore = 100\n",
        "pyvenv.cfg": b"home = /nowhere\ninclude-system-site-packages = true\n",
        ".vscode/settings.json": b'{"python.testing.pytestArgs": ["-p", "hostile_plugin"]}',
    }


@form("shadowing", full=EXERCISES)
def shadow_package(folder: Path, texts: Texts) -> Files:
    """Packages named like the exercises and the grader, which an import would prefer."""
    trace = tell("shadow_package")
    names = (
        "backprop",
        "initializers",
        "diagnostics",
        "autograder",
        "autograder/assignments",
        "solutions",
    )
    return scripts(texts) | {f"{name}/__init__.py": trace for name in names}


@form("shadowing", full=EXERCISES)
def shadow_compiled(folder: Path, texts: Texts) -> Files:
    """Stale bytecode that says it need not be checked, and extension modules of the same name."""
    import importlib.util
    import marshal

    code = compile(tell("shadow_compiled"), "backprop.py", "exec")
    unchecked = importlib.util.MAGIC_NUMBER + struct.pack("<I", 1) + bytes(8) + marshal.dumps(code)
    tag = sys.implementation.cache_tag
    return scripts(texts) | {
        f"__pycache__/backprop.{tag}.pyc": unchecked,
        f"__pycache__/backprop.{tag}.opt-1.pyc": unchecked,
        "backprop.pyc": unchecked,
        "backprop.so": b"\x7fELF" + bytes(100),
        "backprop.abi3.so": b"\x7fELF" + bytes(100),
    }


@form("shadowing", full=EXERCISES)
def shadow_repository(folder: Path, texts: Texts) -> Files:
    """A version control folder whose configuration and hooks run commands."""
    command = f"touch {TRACE}shadow_repository"
    config = f'[core]\n\tfsmonitor = "{command}"\n\tpager = {command}\n\tsshCommand = {command}\n'
    return scripts(texts) | {
        ".git/config": config.encode(),
        ".git/HEAD": b"ref: refs/heads/main\n",
        ".git/objects/.keep": b"",
        ".git/refs/.keep": b"",
        ".git/hooks/post-checkout": f"#!/bin/sh\n{command}\n".encode(),
        ".gitattributes": b"* filter=hostile\n",
        "Makefile": f"all:\n\t{command}\n".encode(),
    }


@form("shadowing", nothing=EXERCISES)
def shadow_results(folder: Path, texts: Texts) -> Files:
    """No function at all, and the results written already, under every likely name."""
    record = {"schema": 1, "student": "me", "status": "graded", "score": 100.0, "max_score": 100.0}
    report = json.dumps(record | {"checks": [], "files": {}, "notes": []}).encode() + b"\n"
    names = (
        "results.jsonl",
        "results.json",
        "results/results.json",
        "report.json",
        "grades.json",
        "journal",
    )
    stubs = {f"{name}.py": b"raise NotImplementedError\n" for name in texts}
    return stubs | dict.fromkeys(names, report) | {"scores.csv": b"student,score\nme,100.0\n"}


# ---------------------------------------------------------------- notebooks


def code_cell(source: Any) -> dict[str, Any]:
    """A code cell without an id, as nbformat 4.4 has it; `source` may be nonsense."""
    return {
        "cell_type": "code",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": source,
    }


def notebook(cells: Any, **top: Any) -> bytes:
    """A notebook of these cells; `top` replaces entries of its top level."""
    head = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}}
    return json.dumps({**head, "cells": cells, **top}).encode()


def as_notebook(texts: Texts, content: bytes) -> Files:
    """The other exercises as scripts, and backprop as this notebook."""
    return scripts(texts, "backprop") | {"backprop.ipynb": content}


@form("notebooks", full=OTHERS)
def notebook_million_cells(folder: Path, texts: Texts) -> Files:
    """A million empty cells after the right one."""
    head, tail = notebook([code_cell(texts["backprop"])]).rsplit(b"]", 1)
    empty = b', {"cell_type": "code", "source": ""}'
    return as_notebook(texts, head + empty * 1_000_000 + b"]" + tail)


@form("notebooks", full=OTHERS, nothing=["backprop"])
def notebook_deep_json(folder: Path, texts: Texts) -> Files:
    """A hundred thousand lists inside each other: reading it recurses."""
    return as_notebook(texts, b'{"nbformat": 4, "cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")


@form("notebooks", full=OTHERS)
def notebook_deep_metadata(folder: Path, texts: Texts) -> Files:
    """A right notebook with metadata fifty thousand levels deep."""
    whole = notebook([code_cell(texts["backprop"])], metadata="HERE")
    deep = b'{"a": ' * 50_000 + b"1" + b"}" * 50_000
    return as_notebook(texts, whole.replace(b'"HERE"', deep))


@form("notebooks", full=EXERCISES)
def notebook_source_is_a_number(folder: Path, texts: Texts) -> Files:
    """Cells whose source is 5, null, true, an object, and lists of those, around the right cell."""
    odd: list[Any] = [5, None, True, 1.5, {"x": "y"}, [5], [None, ["x = 1"]], [["a", "b"], {}], []]
    return as_notebook(
        texts, notebook([*map(code_cell, odd), code_cell(texts["backprop"]), code_cell(-1)])
    )


@form("notebooks", full=OTHERS)
def notebook_odd_cells(folder: Path, texts: Texts) -> Files:
    """Cells that are no objects, have no type, an unknown one, a number for one, no source."""
    odd: list[Any] = [5, None, "x = 1", [], {}, {"cell_type": 17, "source": "x = 1"}]
    odd += [{"cell_type": "code "}, {"cell_type": ["code"], "source": "x"}, {"source": "x = 1"}]
    return as_notebook(texts, notebook([*odd, code_cell(texts["backprop"])]))


@form("notebooks", full=OTHERS, nothing=["backprop"])
def notebook_cells_are_no_list(folder: Path, texts: Texts) -> Files:
    """A notebook whose cells are an object."""
    return as_notebook(texts, notebook({"0": code_cell("x = 1"), "length": 10**9}))


@form("notebooks", full=OTHERS, nothing=["backprop"])
def notebook_is_a_list(folder: Path, texts: Texts) -> Files:
    """JSON without an object around it."""
    return as_notebook(texts, b'[1, "two", null]')


@form("notebooks", full=OTHERS, nothing=["backprop"])
def notebook_is_no_json(folder: Path, texts: Texts) -> Files:
    """A sign-in page, saved as backprop.ipynb."""
    return as_notebook(texts, b"<!DOCTYPE html><script>alert(1)</script>\x1b[2J=1+1\n")


@form("notebooks", full=OTHERS, nothing=["backprop"])
def notebook_cut_short(folder: Path, texts: Texts) -> Files:
    """A notebook whose saving broke off in the middle."""
    whole = notebook([code_cell(texts["backprop"])])
    return as_notebook(texts, whole[: len(whole) // 2])


@form("notebooks", full=OTHERS)
def notebook_same_key_twice(folder: Path, texts: Texts) -> Files:
    """Cells, format and source given more than once, with different contents."""
    right = json.dumps(code_cell(texts["backprop"]))
    content = '{"cells": [], "nbformat": 3, "nbformat": 4, "nbformat_minor": 4, "metadata": {},'
    content += f' "cells": [{{"source": "x", {right[1:]}], "worksheets": 5}}'
    return as_notebook(texts, content.encode())


@form("notebooks", full=EXERCISES)
def notebook_lone_surrogates(folder: Path, texts: Texts) -> Files:
    """A cell with halves of surrogate pairs, which JSON can hold and UTF-8 cannot."""
    cells = [
        code_cell("# \ud800\nx = '\udfff'"),
        code_cell(texts["backprop"]),
        code_cell("'\udc80'"),
    ]
    return as_notebook(texts, notebook(cells, metadata={"\ud800": "\udcff"}))


@form("notebooks", full=EXERCISES)
def notebook_nul(folder: Path, texts: Texts) -> Files:
    """A cell with NUL characters, and a right one."""
    return as_notebook(texts, notebook([code_cell("x = 1\0\ny = 2"), code_cell(texts["backprop"])]))


@form("notebooks", full=OTHERS)
def notebook_odd_numbers(folder: Path, texts: Texts) -> Files:
    """NaN, infinities, and integers too long to be read, where counts are expected."""
    whole = notebook(
        [{**code_cell(texts["backprop"]), "execution_count": "HERE"}], metadata="THERE"
    )
    many = b"[NaN, Infinity, -Infinity, 1e999999, -0, " + b"9" * 100_000 + b"]"
    return as_notebook(
        texts, whole.replace(b'"HERE"', b"-" + b"9" * 5_000).replace(b'"THERE"', many)
    )


@form("notebooks", full=OTHERS)
def notebook_odd_format(folder: Path, texts: Texts) -> Files:
    """A right cell in a format of the future, with a minor version that is no number."""
    return as_notebook(
        texts, notebook([code_cell(texts["backprop"])], nbformat=99, nbformat_minor="<b>")
    )


@form("notebooks", full=OTHERS)
def notebook_large_outputs(folder: Path, texts: Texts) -> Files:
    """A right cell with 60 MB of output."""
    output = {"output_type": "stream", "name": "stdout", "text": "x" * (60 * MEGABYTE)}
    return as_notebook(texts, notebook([{**code_cell(texts["backprop"]), "outputs": [output]}]))


@form("notebooks", full=EXERCISES)
def notebook_commands(folder: Path, texts: Texts) -> Files:
    """Shell lines and magics, each of which would leave a trace, around right cells."""
    touch = f"touch {TRACE}notebook_commands"
    commands = (
        f"!{touch}",
        f"!!{touch}",
        f"%system {touch}",
        f"%sx {touch}",
        f"x = !{touch}",
        f"%%bash\n{touch}",
        f"%%script sh\n{touch}",
        f"%%writefile {TRACE}notebook_commands\nx",
        f"%run {TRACE}notebook_commands",
        "%pip install hostile\n%load_ext hostile\n%autoreload 2\n%reset -f",
        f"get_ipython().system('{touch}')",
        f"get_ipython().run_cell('!{touch}')",
        "%%javascript\nalert(1)",
    )
    return as_notebook(texts, notebook([*map(code_cell, commands), code_cell(texts["backprop"])]))


@form("notebooks", full=EXERCISES)
def notebook_forged_grades(folder: Path, texts: Texts) -> Files:
    """Course metadata that gives itself a thousand points, ids used twice, and locked cells."""
    grade = {
        "grade": True,
        "grade_id": "backprop",
        "points": 1_000,
        "locked": True,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
    cells = [{**code_cell("score = 100"), "metadata": {"nbgrader": grade}} for _ in range(3)]
    cells += [
        {**code_cell("x"), "metadata": {"nbgrader": odd}} for odd in (5, None, {"points": "NaN"})
    ]
    return as_notebook(texts, notebook([*cells, code_cell(texts["backprop"])]))


@form("notebooks", full=EXERCISES)
def notebook_active_content(folder: Path, texts: Texts) -> Files:
    """Scripts in outputs, markdown and kernel names, for whoever shows the notebook."""
    script = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    output = {
        "output_type": "display_data",
        "metadata": {},
        "data": {
            "text/html": script,
            "application/javascript": "alert(1)",
            "image/svg+xml": f"<svg onload='alert(1)'>{script}</svg>",
            "text/plain": "\x1b[2J=1+1",
            "image/png": base64.b64encode(b"no image").decode(),
        },
    }
    kernel = {
        "name": "../../bin/sh",
        "display_name": script,
        "language": script,
        "argv": ["/bin/sh"],
    }
    words = {
        "cell_type": "markdown",
        "metadata": {},
        "source": f"[x](javascript:alert(1)) {script}",
    }
    cell = {**code_cell(texts["backprop"]), "outputs": [output]}
    metadata = {"kernelspec": kernel, "title": script, "widgets": {script: script}}
    return as_notebook(texts, notebook([words, cell], metadata=metadata))


@form("notebooks", full=EXERCISES)
def notebook_beside_script(folder: Path, texts: Texts) -> Files:
    """A right script, and a notebook of the same exercise that ends or hangs whatever runs it."""
    deadly = [
        "import os, signal",
        "os._exit(0)",
        "os.kill(os.getpid(), signal.SIGKILL)",
        "while True: pass",
    ]
    return scripts(texts) | {"backprop.ipynb": notebook([*map(code_cell, deadly)])}


@form("notebooks", full=EXERCISES)
def script_beside_notebook(folder: Path, texts: Texts) -> Files:
    """A right notebook, and a script of the same exercise that ends whatever runs it."""
    content = notebook([code_cell(texts["backprop"])])
    return as_notebook(texts, content) | {"backprop.py": b"import os\nos._exit(0)\n"}


# ---------------------------------------------------------------- a whole class

RIGHT = Expectation(full=EXERCISES)
UNSURE = Expectation(status=(*EITHER, "error"))
CLASS_NAMES = (
    "line\nbreak",
    "\x1b]0;owned\x07\x1b[2J",
    "<script>alert(1)<!--",
    "=1+1",
    "@SUM(A1)",
    "+cmd",
    "-rf",
    "--unsafe",
    "a,b;c\td",
    "\"quoted\" 'name'",
    "\U0001f600 " + "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u202eeman",
    "x" * 255,
    "results.jsonl",
    "hidden..",
    "100%s{0}{{x}}$HOME~",
    " spaces ",
    "CON",
    os.fsdecode(b"caf\xe9"),
)


@form("class", students=dict.fromkeys(CLASS_NAMES, RIGHT))
def class_names(folder: Path, texts: Texts) -> Files:
    """Right submissions of students named with escapes, formulas, markup, options or no text."""
    return {f"{name}/{file}": text for name in CLASS_NAMES for file, text in scripts(texts).items()}


@form(
    "class",
    students={"honest": RIGHT, "thief": Expectation(nothing=EXERCISES, status=(*EITHER, "error"))},
)
def class_links(folder: Path, texts: Texts) -> Files:
    """A student whose folder is full of links to another's files."""
    (folder / "thief").mkdir()
    for name in EXERCISES:
        (folder / "thief" / f"{name}.py").symlink_to(Path("..") / "honest" / f"{name}.py")
    (folder / "thief" / "weight_init").symlink_to(Path("..") / "honest")
    return {f"honest/{name}": content for name, content in scripts(texts).items()}


@form(
    "class",
    students={"honest": RIGHT, "thief": Expectation(nothing=EXERCISES, status=(*EITHER, "error"))},
)
def class_folder_is_a_link(folder: Path, texts: Texts) -> Files:
    """A student whose folder is itself a link to another's."""
    (folder / "thief").symlink_to("honest")
    return {f"honest/{name}": content for name, content in scripts(texts).items()}


@form(
    "class", students={"zoë": RIGHT, "zoe\u0308": RIGHT, "Ann": RIGHT, "ann": RIGHT, "ann ": RIGHT}
)
def class_names_alike(folder: Path, texts: Texts) -> Files:
    """Students whose names differ in case, in spaces, or in how an accent is written."""
    names = FORMS["class_names_alike"].students
    return {f"{name}/{file}": text for name in names for file, text in scripts(texts).items()}


@form("class", students={"before": RIGHT, "zealous": RIGHT})
def class_of_odd_things(folder: Path, texts: Texts) -> Files:
    """Between two right students: a pipe, a socket, dead links, a locked folder, an empty file."""
    os.mkfifo(folder / "m-pipe")
    os.mknod(folder / "m-socket", stat.S_IFSOCK | 0o600)
    (folder / "m-link").symlink_to("/nowhere/at/all")
    (folder / "m-circle").symlink_to("m-circle")
    (folder / "m-locked").mkdir(mode=0)
    students = ("before", "zealous")
    files = {f"{name}/{file}": text for name in students for file, text in scripts(texts).items()}
    return files | {"m-file": b"", ".DS_Store": b"\0\0\0\1Bud1", "m-broken.zip": b"PK\x03\x04"}


@form(
    "class",
    students={
        "before": RIGHT,
        "m-killer": Expectation(nothing=EXERCISES),
        "m-sleeper": Expectation(nothing=EXERCISES),
        "m-eater": Expectation(nothing=EXERCISES),
        "zealous": RIGHT,
    },
)
def class_with_neighbours(folder: Path, texts: Texts) -> Files:
    """Between two right students: one that kills, one that sleeps, and one that eats its memory."""
    attacks = {
        "m-killer": b"import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\nos._exit(0)\n",
        "m-sleeper": b"import time\nwhile True:\n    time.sleep(1_000)\n",
        "m-eater": b"hoard = []\nwhile len(hoard) < 60:\n    hoard.append(b'x' * 100_000_000)\n",
    }
    files = {
        f"{name}/{exercise}.py": text for name, text in attacks.items() for exercise in EXERCISES
    }
    for student in ("before", "zealous"):
        files |= {f"{student}/{file}": text for file, text in scripts(texts).items()}
    return files


@form("class", students={"before": RIGHT, "m-names": RIGHT, "m-packed": RIGHT, "zealous": RIGHT})
def class_names_of_files(folder: Path, texts: Texts) -> Files:
    """Names of files that can be read in thousands of ways, in a folder and packed, and a number in
    one that Python does not convert."""
    long = ("a" + "_1" * 30_000, "1-1 - a - " + "1" * 60_000 + "-", "a_1_" + "9" * 5_000)
    packed = zipped([*right_entries(texts), *((f"{name}_x.py", b"") for name in long)])
    files: Files = {f"m-names/1-1 - a - {'1' * 230}-{n}": b"" for n in range(100)}
    for student in ("before", "m-names", "zealous"):
        files |= {f"{student}/{file}": text for file, text in scripts(texts).items()}
    return files | {"m-packed/work.zip": packed}

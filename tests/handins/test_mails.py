"""A saved mail is read like a folder of what it holds, and none costs time."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from autograder.handins.mails import (
    MAX_ABOUT,
    MAX_LINES,
    MAX_MAILS,
    MAX_MARKS,
    MAX_PARTED,
    mail_entries,
    mbox_entries,
)
from autograder.handins.submission import UnreadableEntry
from tests.handins.test_choosing import SIGMOID, packed, read_files, taken


def mail(text: str, **attached: bytes) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Date"] = "ann@uni.example", "Tue, 03 Nov 2026 14:22:05 +0100"
    made.set_content(text)
    for name, data in attached.items():
        name = name.replace("_", ".")
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


def passed_on(inner: EmailMessage) -> EmailMessage:
    made = mail("see below")
    made.add_attachment(message_from_bytes(inner.as_bytes(), policy=default))
    return made


@pytest.mark.parametrize(
    "made",
    [
        mail("Here it is.", backprop_py=SIGMOID),
        mail("Here it is.", hw_zip=packed({"backprop.py": SIGMOID})),
        passed_on(mail("Here it is.", backprop_py=SIGMOID)),
        mail(SIGMOID.decode()),
    ],
)
def test_what_is_attached_or_written_is_read(made: EmailMessage) -> None:
    submission = read_files({"Homework.eml": made.as_bytes()})
    assert list(taken(submission)) == ["backprop"]
    assert submission.files[0].data.strip() == SIGMOID.strip()


def test_a_file_of_several_mails_is_a_folder_for_each() -> None:
    other = mail("From here on it works.\n\nFrom zero it does not.", notes_py=b"x = 1")
    line = b"From ann@uni.example Tue Nov  3 14:22:05 2026\n"
    mails = [one.as_bytes() + b"\n" for one in (mail("Here.", backprop_py=SIGMOID), other)]
    mbox = b"".join(line + one for one in mails)
    names = [name for name, _ in mbox_entries(mbox)]
    assert names == ["mail 1/text.txt", "mail 1/backprop.py", "mail 2/text.txt", "mail 2/notes.py"]
    submission = read_files({"Sent.mbox": mbox})
    assert list(taken(submission)) == ["backprop"]
    for bad in (
        b"",
        mails[0],
        line,
        line * (MAX_MAILS + 2) + mails[0],
        mbox * MAX_MAILS,
        mbox + b"\n--x" * MAX_MARKS,
    ):
        with pytest.raises(UnreadableEntry):
            mbox_entries(bad)


def test_names_and_letters_are_what_was_typed_and_the_text_comes_once() -> None:
    made = mail("Größe", Übung_py=b"x = 1")
    made["Subject"] = "x"
    head = b'Content-Type: text/plain; name="=?UTF-8?B?w5xidW5nLnB5?="\nDate: no\n\nx = 1\n'
    assert [(name, entry.data(99)) for name, entry in mail_entries(head)] == [
        ("Übung.py", b"x = 1\n")
    ]
    two = mail("x = 1")
    two.add_alternative("<p>x = 1</p>", subtype="html")
    assert [name for name, _ in mail_entries(two.as_bytes())] == ["text.txt"]
    latin = b"Content-Type: text/plain; charset=iso-8859-1\n\n\xdcbung"
    ((_, entry),) = mail_entries(latin)
    assert entry.data(99) == "Übung".encode()
    (_, (name, entry)) = mail_entries(made.as_bytes())
    assert (name, entry.modified) == ("Übung.py", 1793712125.0)


def nested(depth: int) -> bytes:
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(depth)
    )
    return parts + b"Content-Type: text/plain\n\nx\n"


@pytest.mark.parametrize(
    "data",
    [
        b"no mail at all",
        b"\x00" * 100,
        nested(MAX_PARTED + 1),
        b"Content-Type: text/plain; " + b"a;" * MAX_ABOUT + b"\n\nx",
        b"A: b\n" * (MAX_LINES + 1),
        b"A: b\r" * (MAX_LINES + 1),
        b"A: b\rContent-Type: text/plain; " + b"a;" * MAX_ABOUT + b"\n\nx",
        b"Content-Type: multipart/mixed; boundary=B\n\n" + b"--B\n\nx\n" * (MAX_MARKS + 1),
    ],
)
def test_what_is_no_mail_or_a_burden_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableEntry):
        mail_entries(data)


def test_as_many_parts_as_are_let_in_are_read() -> None:
    assert [name for name, _ in mail_entries(nested(MAX_PARTED))] == ["text.txt"]

"""The text in documents and web pages is found, and nothing in them costs time or means more."""

import html
import io
import time
import zipfile

import pytest

from autograder.handins.documents import MAX_MARKUP, is_document, text_in_document
from tests.handins.test_choosing import SIGMOID, packed, read_files, taken

CODE = 'import numpy as np\n\ndef sigmoid(a):\n    if a < 0:\n\treturn "é\\n{}"\n'


def word(paragraphs: str) -> bytes:
    head = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "never">]><w:document><w:body>'
    return packed({"word/document.xml": f"{head}{paragraphs}</w:body></w:document>".encode()})


def as_word() -> bytes:
    runs = [
        html.escape(line).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        for line in CODE.splitlines()
    ]
    body = "".join(
        f'<w:p><w:pPr><w:ind w:left="0"/></w:pPr><w:r><w:t xml:space="preserve">{run}</w:t></w:r>'
        "<w:r><w:delText>deleted</w:delText><w:instrText> PAGE </w:instrText></w:r></w:p>"
        for run in runs
    )
    return word(body)


def as_libreoffice() -> bytes:
    lines = [
        html.escape(line).replace("    ", ' <text:s text:c="3"/>').replace("\t", "<text:tab/>")
        for line in CODE.splitlines()
    ]
    body = "".join(
        f'<text:p text:style-name="P1"><text:span>{x}</text:span></text:p>' for x in lines
    )
    return packed({"mimetype": b"", "content.xml": f"<office:text>{body}</office:text>".encode()})


def as_rtf() -> bytes:
    text = CODE.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    text = text.replace("é", "\\'e9").replace("\t", "\\tab ").replace("\n", "\\\n")
    head = "{\\rtf1\\ansi{\\fonttbl\\f0 Menlo;}{\\colortbl;\\red255 ;}{\\*\\x hidden}\n\\f0\\fs24 "
    return f"{head}{text}}}".encode()


def as_page() -> bytes:
    coloured = html.escape(CODE).replace("def", '<span class="k">def</span>')
    block = f'<div class="highlight hl-ipython3"><pre><span></span>{coloured}</pre></div>'
    return f"<!DOCTYPE html><html><body>{block}<div><pre>out</pre></div></body></html>".encode()


def as_pasted() -> bytes:
    lines = (html.escape(line).replace("    ", "&nbsp; &nbsp; ") for line in CODE.splitlines())
    return f"<title>Homework</title><p>{'<br />'.join(lines)}</p>".encode()


def as_block() -> bytes:
    return f"<p>my homework</p><pre>{html.escape(CODE)}</pre>".encode()


DOCUMENTS = [as_word(), as_libreoffice(), as_rtf(), as_page(), as_pasted(), as_block()]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_was_typed_comes_out(document: bytes) -> None:
    assert is_document(document)
    lines = text_in_document(document).decode().splitlines()
    assert [line for line in lines if line.strip() and line != "# %%"] == [
        line for line in CODE.splitlines() if line
    ]


def test_the_text_is_read_and_told() -> None:
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{x}</w:t></w:r></w:p>" for x in SIGMOID.decode().split("\n")
    )
    for name in ("hw.docx", "backprop.py"):
        submission = read_files({name: word(paragraphs)})
        assert list(taken(submission)) == ["backprop"]
        assert submission.files[0].data.startswith(SIGMOID)
        assert "the text of a document was read" in {note.look for note in submission.notes}
    both = read_files({"backprop.py": SIGMOID, "backprop.docx": word(paragraphs)})
    assert taken(both) == {"backprop": ["backprop.py"]}


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf" + b"{" * MAX_MARKUP,
        b"{\\rtf" + b"\\" * MAX_MARKUP,
        b"{\\rtf1 " + b"\\a1" * (MAX_MARKUP // 3),
        b"<html>" + b"<pre " * (MAX_MARKUP // 5),
        b"<html>" + b"<a" * (MAX_MARKUP // 2),
        b"<html>" + b"<pre class='highlight'>&#1" * (MAX_MARKUP // 26),
        packed({"word/document.xml": b"<w:t " * (MAX_MARKUP // 5)}),
        packed({"content.xml": b"<text:p>x" + b'<text:s text:c="99"/>' * 99_000}),
    ],
)
def test_what_is_made_to_be_a_burden_is_none(data: bytes) -> None:
    start = time.process_time()
    text = text_in_document(data)
    assert time.process_time() - start < 6  # ten times what the slowest takes here
    assert len(text) <= 5 * MAX_MARKUP


def test_a_document_that_unpacks_to_more_than_is_looked_at_has_no_text() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"<w:t>x</w:t>" * MAX_MARKUP)
    assert text_in_document(file.getvalue()) == b""
    assert text_in_document(b"PK\3\4 and no archive") == b""
    assert text_in_document(word("<w:p><w:t>&a;</w:t></w:p>")).strip() == b"&a;"

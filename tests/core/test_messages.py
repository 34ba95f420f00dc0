"""What is said of a check comes back from the text of a record as the parts that it was made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.messages import LABELS, Frame, Message, Snippet
from autograder.showing import prose

PARTS = st.text(max_size=30).map(prose)
FRAMES = st.builds(
    Frame, st.sampled_from(["a.py", "b.ipynb cell 3", "x, line 3"]), st.integers(1, 999)
)


@given(st.builds(Message, PARTS, PARTS, PARTS, PARTS, PARTS, PARTS, st.none() | FRAMES, PARTS))
def test_the_parts_come_back(message: Message) -> None:
    assert Message.read(str(message)) == message


def test_the_lines_are_labelled_in_order() -> None:
    message = Message(*"abcdef", Frame("a.py", 3), "g")
    assert [label for label, _ in message.lines()] == list(LABELS)
    assert "\nlook at: a.py, line 3\n" in str(message)
    assert str(Message()) == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("we saw: one\nand more: two", Message(observed="one and more: two")),
        ("no label", Message(observed="no label")),
        ("look at: the whole", Message(place=Frame("the whole"))),
        ("where: here\nwe ran: f(1)", Message("f(1)", where="here")),
    ],
)
def test_what_others_write_is_read_without_loss(text: str, message: Message) -> None:
    assert Message.read(text) == message


def test_a_case_comes_back_and_leaves_out_files_in_a_cell() -> None:
    case = Snippet(("from a import f",), ("x = f(", "1)", "print(x)"))
    assert Snippet.read(str(case)) == case
    assert case.in_a_cell() == "import numpy as np\n\nx = f(\n1)\nprint(x)"
    assert Snippet.read("") == Snippet()
    assert not Snippet.read("")

"""JUnit XML, held against the rules of junit-10.xsd of the Jenkins xUnit plugin."""

import re
from xml.etree import ElementTree

import pytest

from autograder.exports.junit import document
from autograder.model import Status
from autograder.notes import OTHER

# Element -> (required attributes, optional attributes, children); written from that schema.
MESSAGE: tuple[set[str], set[str], set[str]] = (set(), {"type", "message"}, set())
RULES: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {
            "group",
            "time",
            "skipped",
            "timestamp",
            "hostname",
            "id",
            "package",
            "file",
            "log",
            "url",
        },
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "testcase": (
        {"name"},
        {"time", "classname", "group"},
        {"skipped", "error", "failure", "system-out", "system-err"},
    ),
    "failure": MESSAGE,
    "error": MESSAGE,
    "skipped": MESSAGE,
    "system-out": (set(), set(), set()),
}
TIME = re.compile(r"(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]{0,3})?")
MIXED = {"failure", "error", "skipped", "system-out"}


def problems(element: ElementTree.Element) -> list[str]:
    """Where an element and those below it break the rules."""
    if element.tag not in RULES:
        return [f"<{element.tag}>"]
    required, optional, children = RULES[element.tag]
    found = [f"{element.tag} lacks {name}" for name in required - set(element.attrib)]
    found += [f"{element.tag} has {name}" for name in set(element.attrib) - required - optional]
    found += [f"{child.tag} in {element.tag}" for child in element if child.tag not in children]
    if element.tag in ("testsuite", "testsuites") and not TIME.fullmatch(element.get("time", "")):
        found.append(f"time {element.get('time')}")
    if element.tag not in MIXED and (element.text or "").strip():
        found.append(f"text in {element.tag}")
    return found + [problem for child in element for problem in problems(child)]


@pytest.mark.parametrize(
    "text",
    [
        "<wrong/>",
        "<testsuites><testcase name='x'/></testsuites>",
        "<testsuite name='x' tests='0' failures='0'/>",
        "<testcase/>",
        "<testsuites time='1.2345'/>",
        "<testcase name='x'><properties/></testcase>",
    ],
)
def test_the_rules_find_what_is_wrong(text):
    assert problems(ElementTree.fromstring(text))


def test_the_document_keeps_the_rules(hostile_class):
    data = document(hostile_class)
    data.decode("utf-8")
    root = ElementTree.fromstring(data)
    assert root.tag == "testsuites"
    assert problems(root) == []
    assert len(root) == len(hostile_class)
    assert len({suite.get("name") for suite in root}) == len(hostile_class)


def test_outcomes_become_elements(report):
    (suite,) = ElementTree.fromstring(document([report("ann")]))
    cases = suite.findall("testcase")
    tags = [[child.tag for child in case] for case in cases]
    assert tags == [
        ["system-out"],
        ["failure", "system-out"],
        ["error", "system-out"],
        ["skipped", "system-out"],
    ]
    failure = cases[1].find("failure")
    assert failure.get("type") == "returns-shared-array"
    assert failure.get("message") == "we ran: f(1)"
    assert "<b>no</b>" in failure.text and "\x1b" not in failure.text
    assert cases[1].findtext("system-out") == "2.5 of 10 points"
    assert (cases[1].get("classname"), cases[1].get("name")) == ("homework.a.f", "is_new")


def test_counts_add_up(report):
    reports = [
        report("ann"),
        report("bob", status=Status.ERROR, checks=(), notes=(OTHER(text="lost"),)),
    ]
    root = ElementTree.fromstring(document(reports))
    counts = ("tests", "failures", "errors", "skipped")
    assert [[suite.get(count) for count in counts] for suite in root] == [
        ["4", "1", "1", "1"],
        ["1", "0", "1", "0"],
    ]
    assert [root.get(count) for count in counts[:3]] == ["5", "1", "2"]
    assert root[1].find("testcase/error").get("message") == "lost"
    properties = {p.get("name"): p.get("value") for p in root[0].iter("property")}
    assert properties["score"] == "62.5"
    assert properties["status"] == "graded"


def test_no_results_are_a_document_too():
    assert problems(ElementTree.fromstring(document([]))) == []

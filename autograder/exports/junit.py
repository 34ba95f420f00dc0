"""JUnit XML as Jenkins reads it (schema `junit-10.xsd` of the Jenkins xUnit plugin).

A suite a student, a case a check. Points have no place in that schema; they stand in the case's
`system-out`, and in the properties of the suite.
"""

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from autograder.model import CheckResult, Outcome, Report, Status
from autograder.results.lateness import Lateness
from autograder.showing import Cell, lines_shown, plain_number, shown

# Outcome -> the element that says so.
_ELEMENTS = {Outcome.FAILED: "failure", Outcome.BLOCKED: "skipped", Outcome.BROKEN: "error"}


def document(reports: Sequence[Report], lateness: Lateness | None = None) -> bytes:
    """The results of a class; what a policy says of a student is among the suite's properties."""
    totals = dict.fromkeys(("tests", "failures", "errors"), 0)
    suites = []
    for report in reports:
        suite = _suite(report, lateness.standing(report).by_name if lateness else {})
        for count in totals:
            totals[count] += int(suite.get(count, "0"))
        ElementTree.indent(suite)
        # As bytes at once: the elements of a large class would take a gigabyte.
        suites.append(ElementTree.tostring(suite, encoding="utf-8"))
    root = ElementTree.Element("testsuites", {name: str(total) for name, total in totals.items()})
    root.set("time", _seconds(sum(report.seconds for report in reports)))
    if reports:
        root.set("name", shown(reports[0].assignment))
    root.text = "\n"  # so that it has an end tag
    head: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return head.removesuffix(b"</testsuites>") + b"\n".join([*suites, b"</testsuites>", b""])


def _suite(report: Report, policy: Mapping[str, Cell]) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=shown(report.student))
    suite.set("package", shown(report.assignment))
    suite.set("time", _seconds(report.seconds))
    properties = ElementTree.SubElement(suite, "properties")
    told = {name: str(value) for name, value in policy.items()}
    for name, value in {**_properties(report), **told}.items():
        ElementTree.SubElement(properties, "property", name=name, value=value)
    cases = [_case(report, check) for check in report.checks]
    if not cases or report.status is Status.ERROR:
        cases.append(_whole(report))
    suite.extend(cases)
    suite.set("tests", str(len(cases)))
    for count, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(element) is not None for case in cases)))
    if report.notes:
        notes = "\n".join(shown(note.text, 500) for note in report.notes)
        ElementTree.SubElement(suite, "system-out").text = notes
    return suite


def _properties(report: Report) -> dict[str, str]:
    return {
        "status": str(report.status),
        "score": str(plain_number(report.score)),
        "max_score": str(plain_number(report.max_score)),
        "seed": str(report.seed),
        "grader": shown(report.grader),
    }


def _case(report: Report, check: CheckResult) -> ElementTree.Element:
    place = f"{shown(report.assignment)}.{check.exercise}.{check.function}"
    case = ElementTree.Element("testcase", classname=place, name=check.name)
    if check.outcome in _ELEMENTS:
        message = lines_shown(check.message)
        element = ElementTree.SubElement(case, _ELEMENTS[check.outcome])
        element.set("type", check.diagnosis or str(check.outcome))
        element.set("message", message.partition("\n")[0])
        element.text = message
    points = f"{plain_number(check.earned)} of {plain_number(check.points)} points"
    ElementTree.SubElement(case, "system-out").text = points
    return case


def _whole(report: Report) -> ElementTree.Element:
    """The case that stands for a submission of which no check could be judged."""
    case = ElementTree.Element("testcase", classname=shown(report.assignment), name="submission")
    message = "; ".join(shown(note.text, 500) for note in report.notes) or str(report.status)
    error = ElementTree.SubElement(case, "error", type=str(report.status), message=message)
    error.text = message
    return case


def _seconds(seconds: float) -> str:
    return f"{max(seconds, 0.0):.3f}"

#!/usr/bin/env bash
# caux8-moodle-parser 1.0.0 (Python 3.11): of a problem's tests only the first is in the CodeRunner
# question, and of a file's problems only the first; where there is a sample only, half of the marks
# are for printing nothing.
#
# Expected: all of them. A file of the FPS format has any number of problems, and a problem any
# number of pairs of test_input and test_output. A comment in the source says that the sample stands
# in where there are no tests; but an empty test is added to it all the same.
#
# Seen, for a problem with three tests, followed by a second one in the same file: one question with
# the sample and the first test, of 1 mark each. For a problem with a sample only: the sample, and a
# test without input which expects no output, of 1 mark each. No warning.
#
# Hurts: programs that are right for the first test only have all marks; and right programs that
# cannot do without input lose half of them.
#
# What to do: one problem a file; append the other tests to `testcases` of the question that `parse`
# returns, and take out the empty one, before `export_to`.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet caux8-moodle-parser==1.0.0
cd "$folder"

mkdir problems
cat > problems/tests.xml <<'XML'
<fps version="1.2">
<item><title>Sum</title>
<time_limit unit="s">1</time_limit><memory_limit unit="mb">64</memory_limit>
<description>Add.</description><input>Two numbers.</input><output>One number.</output>
<sample_input>1 2</sample_input><sample_output>3</sample_output>
<test_input>3 4</test_input><test_output>7</test_output>
<test_input>-1 1</test_input><test_output>0</test_output>
<test_input>5 6</test_input><test_output>11</test_output></item>
<item><title>Product</title><sample_input>2 3</sample_input><sample_output>6</sample_output></item>
</fps>
XML
cat > problems/sample.xml <<'XML'
<fps version="1.2">
<item><title>Mean</title>
<time_limit unit="s">1</time_limit><memory_limit unit="mb">64</memory_limit>
<description>Average.</description><input>Two numbers.</input><output>One number.</output>
<sample_input>1 3</sample_input><sample_output>2</sample_output></item>
</fps>
XML
cat > seen.py <<'PYTHON'
import xml.etree.ElementTree as ET

from caux8_moodle_parser.ext_fmt import parse_fps

parse_fps("problems")
questions = {}
for question in ET.parse("problems/EXPORT.xml").getroot():
    tests = questions[question.findtext("name/text")] = []
    for test in question.iter("testcase"):
        given, expected = (test.findtext(f"{part}/text") for part in ("stdin", "expected"))
        tests.append((test.get("mark"), (given or "").strip(), (expected or "").strip()))
print(questions)
assert set(questions) == {"Sum", "Mean"}, "the second problem is there now"
assert questions["Sum"] == [("1.0", "1 2", "3"), ("1.0", "3 4", "7")], "there are other tests now"
assert questions["Mean"] == [("1.0", "1 3", "2"), ("1.0", "", "")], "the empty test is left out now"
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: only the first test is taken"

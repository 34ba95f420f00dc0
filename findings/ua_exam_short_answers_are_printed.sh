#!/usr/bin/env bash
# ua-exam 0.2.0 (Python 3.11): the right answers to a question with a short answer, and the right
# pairs of a matching question, are printed below it as choices.
#
# Expected: a line to write on, or a complaint, as for what is no GIFT. The README names multiple
# choice, true or false and open answers. In GIFT an answer block that has right answers only asks
# for a short answer; here each "=" and "~" is a choice.
#
# Seen: {=He =Kaiming} is a table with the choices He and Kaiming, and the file of solutions has "A,
# B" for it; a question with two pairs to match has the choices "He -> 2/n" and "Xavier -> ...".
# {#4:0.1}, a number, is an open answer, and its solution is not in the file. All are told as a
# success. `convert -f xml`, which the README shows, says that no converter is registered.
#
# Hurts: a paper exam from a bank of Moodle's: who reads the choices knows the answers.
#
# What to do: use a folder with multiple choice only, and read the paper before it is printed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ua-exam==0.2.0
cd "$folder"

mkdir bank
cat > bank/starts.gift <<'GIFT'
$CATEGORY: starts

::short:: Name a start for layers with ReLU. {=He =Kaiming}

::pairs:: Match start and variance. {=He -> 2/n =Xavier -> 2/(n+m)}

::number:: What is 2 + 2? {#4:0.1}
GIFT
cat > exam.json <<'JSON'
{"class": "Networks", "lang": "en", "questions_folder": "bank", "target_score": 3,
 "parts": [{"part": "All", "classification": 3, "questions": [{"topic": "starts", "quantity": 3}]}]}
JSON
"$folder/venv/bin/ua-exam" generate -c exam.json -o exam.md
grep -E '^ \\textbf' exam.md
for printed in "He" "Kaiming" "He -> 2/n" "Xavier -> 2/(n+m)"; do
    if ! grep --quiet --fixed-strings "} $printed & " exam.md; then
        echo "$printed is left out now" && exit 1
    fi
done
cat exam_solutions.csv
[[ $(grep --count '"A, B"' exam_solutions.csv) == 2 ]]
[[ $(grep --count "(Open Answer)" exam_solutions.csv) == 1 ]]
if grep --quiet 4 exam_solutions.csv; then
    echo "the number is in the solutions now" && exit 1
fi
"$folder/venv/bin/ua-exam" convert -i bank/starts.gift -f xml -o starts.xml 2> said || true
grep --quiet "No converter registered" said
echo "as before: short answers are printed"

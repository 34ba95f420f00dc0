"""Makes the pictures of the README: `python -m tests.pages.screenshots`.

Grades a class made of the corpus of wrong submissions, builds its pages, photographs the first
with Chromium, and draws the pictures of the right submission. Needs the extras `show` and `report`,
Selenium, Chromium and its driver. Everything lands in `tests/pictures/readme`.
"""

import base64
import io
import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.catalogue import find_assignment
from autograder.grading.submission import grade
from autograder.handins.finding import one
from autograder.pages.build import SitePlan, build
from autograder.pictures.gallery import charts_of
from autograder.pictures.svg import to_svg
from tests.corpora import SOLUTIONS, as_scripts, right_texts, wrong_overlays

from .sample import write

OUT = Path(__file__).parents[1] / "pictures" / "readme"
STUDENTS, IDEAS = 40, 12
SHOWN = "initializers/normal_init__variance"  # its lines give nothing away
COLOURS = 64  # enough for a page, and half the bytes


def draw() -> None:
    """The pictures of the right submission, as `autograder show --format svg` writes them."""
    assignment = find_assignment("weight_init")
    submission = one(SOLUTIONS, assignment)
    for chart in charts_of(submission, assignment):
        path = OUT / f"{chart.name}.svg"
        path.write_text(to_svg(chart, standalone=True), encoding="utf-8", newline="\n")


def build_class(root: Path) -> Path:
    """Pages of a class in which some ideas are popular, and some students are right."""
    overlays = [o for o in wrong_overlays() if not o.path.stem.startswith(SHOWN.partition("/")[2])]
    shown = next(o for o in wrong_overlays() if o.name == SHOWN)
    draw = random.Random(7)
    popular = draw.sample(overlays, k=IDEAS)
    reports = []
    for number in range(STUDENTS):
        folder = root / "submitted" / f"student{number + 1:02d}"
        folder.mkdir(parents=True)
        texts = right_texts()
        wrong = [shown] if number == 0 else []
        wrong += [popular[int(IDEAS * draw.random() ** 2)] for _ in range(number % 5)]
        for overlay in wrong:
            texts[overlay.exercise] += "\n\n" + overlay.path.read_text(encoding="utf-8")
        for name, data in as_scripts(texts).items():
            (folder / name).write_bytes(data)
        reports.append(replace(grade(folder), student=folder.name))
    write(root / "results", reports)
    plan = SitePlan(root / "results", None, root / "submitted", pictures=True, unsafe=True)
    return build(plan).page


def photograph(pages: dict[str, tuple[Path, str, int]]) -> None:
    """A picture of each page: name -> (page, what to scroll to, height)."""
    from PIL import Image

    from .browser import chrome

    driver = chrome()
    try:
        for name, (page, selector, height) in pages.items():
            size = {"width": 900, "height": height, "deviceScaleFactor": 1, "mobile": True}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            driver.get(page.resolve().as_uri())
            driver.execute_script(f"document.querySelector({selector!r}).scrollIntoView()")
            shot: Any = driver.execute_cdp_cmd("Page.captureScreenshot", {})
            image = Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")
            image.quantize(COLOURS).save(OUT / f"{name}.png", optimize=True)
    finally:
        driver.quit()


def main() -> None:
    """Make all of them."""
    OUT.mkdir(parents=True, exist_ok=True)
    draw()
    with tempfile.TemporaryDirectory() as root:
        page = build_class(Path(root))
        photograph({"class": (page, "h1", 900)})


if __name__ == "__main__":
    main()

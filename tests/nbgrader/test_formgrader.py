"""nbgrader's formgrader and its pages of feedback in a real browser.

Skipped, with the reason, where Chromium, its driver or Selenium is missing.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.nbgrader.conftest import ANSWER, BIN, NAME, ROOT, Course

pytest.importorskip("selenium", reason="the browser is driven by Selenium")
pytest.importorskip("nbgrader", reason="nbgrader is not installed (extra `nbgrader`)")
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.pages.browser import chrome, installed

if not installed():
    pytest.skip("Chromium and its driver are not installed", allow_module_level=True)

START_SECONDS = 90
TELEPHONE = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
SHOTS = os.environ.get("SCREENSHOTS")  # a folder to put them into, for people to look at


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    driver = chrome(tmp_path_factory.mktemp("profile"))
    # MathJax and its like come from a network, which a test has no use for.
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["https://*"]})
    try:
        yield driver
    finally:
        driver.quit()


def free_port() -> int:
    with socket.socket() as here:
        here.bind(("127.0.0.1", 0))
        return int(here.getsockname()[1])


@pytest.fixture(scope="module")
def formgrader(course: Course) -> Iterator[str]:
    """Address of formgrader in a Jupyter server that runs in the course folder."""
    port = free_port()
    words = [
        sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", f"--port={port}",
        "--ServerApp.port_retries=0", "--IdentityProvider.token=", "--ServerApp.password=",
        "--ServerApp.disable_check_xsrf=True",
        "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
    ]  # fmt: skip
    environment = os.environ | {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }
    with open(course.folder / "server.log", "wb") as log:
        server = subprocess.Popen(
            words, cwd=course.folder, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        address = f"http://127.0.0.1:{port}/formgrader"
        _wait(address, server, course.folder / "server.log")
        yield address
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=10).close()
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{error}\n{log.read_text()}") from error
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.2)
        else:
            return
    raise AssertionError(log.read_text())


def shot(browser: Chrome, name: str, height: int = 1400) -> None:
    """Keep a picture of the page when somebody wants to look."""
    if SHOTS:
        browser.set_window_size(1200, height)
        time.sleep(0.5)
        browser.save_screenshot(str(Path(SHOTS, f"{name}.png")))
        browser.set_window_size(1200, 900)


def wait_for(browser: Chrome, selector: str) -> Any:
    """The first element, once it is there."""
    return WebDriverWait(browser, 30).until(
        lambda b: next(iter(b.find_elements(By.CSS_SELECTOR, selector)), None)
    )


def submission(course: Course, student: str, notebook: str) -> str:
    """nbgrader's id of a submitted notebook."""
    [[identity]] = course.ask(
        "select n.id from submitted_notebook n join notebook b on b.id = n.notebook_id "
        "join submitted_assignment a on a.id = n.assignment_id "
        "where a.student_id = ? and b.name = ?",
        student,
        notebook,
    )
    return str(identity)


def open_submission(browser: Chrome, formgrader: str, course: Course, *which: str) -> None:
    """A submitted notebook, as who grades by hand sees it, with scores and comments loaded."""
    browser.get(f"{formgrader}/submissions/{submission(course, *which)}")
    wait_for(browser, "input.score")
    WebDriverWait(browser, 30).until(
        lambda b: all(
            field.get_attribute("placeholder") or field.get_attribute("value")
            for field in b.find_elements(By.CSS_SELECTOR, "input.score")
            if field.get_attribute("id") != ANSWER
        )
    )


def score(browser: Chrome, cell: str) -> str:
    field = browser.find_element(By.ID, cell)
    return str(field.get_attribute("value") or field.get_attribute("placeholder"))


def rows(browser: Chrome, address: str) -> list[dict[str, str]]:
    """The table of a page, once nbgrader has filled it: for each row, text by column."""
    browser.get(address)
    wait_for(browser, ".dataTables_filter")  # comes when all rows are there
    lines = browser.find_elements(By.CSS_SELECTOR, "table.dataTable tbody tr")
    return [
        {column(cell): cell.text for cell in line.find_elements(By.CSS_SELECTOR, "td[class]")}
        for line in lines
    ]


def column(cell: Any) -> str:
    """What nbgrader calls a cell's column; the other classes say how it looks."""
    looks = ("text-center", "sorting_1")
    return next(name for name in cell.get_attribute("class").split() if name not in looks)


def test_lists_everybody_with_the_score(browser: Chrome, formgrader: str, course: Course) -> None:
    listed = {
        row["student-id"]: row for row in rows(browser, f"{formgrader}/manage_submissions/{NAME}")
    }
    shot(browser, "submissions", 3000)
    handed_in = {path.parent.name for path in (course.folder / "submitted").glob(f"*/{NAME}")}
    assert set(listed) >= handed_in
    for student in ("right", "wrong", "scripts", "=1+1"):
        [[given]] = course.ask(
            "select sum(coalesce(g.manual_score, g.auto_score)) from grade g "
            "join submitted_notebook n on n.id = g.notebook_id "
            "join submitted_assignment a on a.id = n.assignment_id where a.student_id = ?",
            student,
        )
        assert float(listed[student]["score"].partition(" / ")[0]) == pytest.approx(given, abs=0.01)
        assert "graded" in listed[student]["status"] or "grading" in listed[student]["status"]


def test_lists_the_notebooks_that_wait_for_a_person(
    browser: Chrome, formgrader: str, course: Course
) -> None:
    listed = rows(browser, f"{formgrader}/gradebook/{NAME}/backprop")
    shot(browser, "notebooks", 3000)
    scores = [float(row["score"].partition(" / ")[0]) for row in listed]
    assert len(scores) >= 50
    assert max(scores) > 30 > 10 > min(scores)


def test_shows_scores_and_the_grader_s_comments(
    browser: Chrome, formgrader: str, course: Course
) -> None:
    open_submission(browser, formgrader, course, "wrong", "backprop")
    shot(browser, "wrong", 3200)
    earned = course.grades("wrong")["check_sigmoid"][0]
    assert float(score(browser, "check_sigmoid")) == earned
    comments = [
        field.get_attribute("value") or field.get_attribute("placeholder")
        for field in browser.find_elements(By.CSS_SELECTOR, "textarea.comment")
    ]
    assert any("we saw" in str(comment) for comment in comments)


def test_shows_the_student_s_own_pictures(browser: Chrome, formgrader: str, course: Course) -> None:
    open_submission(browser, formgrader, course, "right", "backprop")
    pictures = drawn(browser)
    assert len(pictures) >= 3
    browser.execute_script("arguments[0].scrollIntoView()", pictures[0])
    shot(browser, "pictures", 2400)


def drawn(browser: Chrome) -> list[Any]:
    """The pictures of a page, all of them loaded and wide enough to be seen."""
    found = browser.find_elements(By.CSS_SELECTOR, ".output_svg img")
    for picture in found:
        assert browser.execute_script("return arguments[0].complete", picture)
        assert browser.execute_script("return arguments[0].naturalWidth", picture) > 0
        assert 400 < picture.size["width"] < 1200
    return found


def test_student_text_is_shown_and_does_nothing(
    browser: Chrome, formgrader: str, course: Course
) -> None:
    open_submission(browser, formgrader, course, "scripted", "backprop")
    assert "<script>alert(1)</script>" in browser.find_element(By.TAG_NAME, "body").text
    assert browser.find_elements(By.CSS_SELECTOR, "a[href^=javascript], img[src=x]") == []
    shot(browser, "scripted", 2400)


def test_a_score_given_by_hand_and_ours_meet_in_one(
    browser: Chrome, formgrader: str, course: Course
) -> None:
    open_submission(browser, formgrader, course, "scripts", "backprop")
    field = browser.find_element(By.ID, ANSWER)
    field.clear()
    field.send_keys("7")
    field.send_keys(Keys.TAB)  # what was typed is saved on leaving
    query = (
        "select g.manual_score from grade g join base_cell b on b.id = g.cell_id "
        "join submitted_notebook n on n.id = g.notebook_id "
        "join submitted_assignment a on a.id = n.assignment_id "
        "where a.student_id = 'scripts' and b.name = ?"
    )
    WebDriverWait(browser, 30).until(lambda _: course.ask(query, ANSWER) == [(7.0,)])
    assert course.score("scripts") == 100.0


def width_on_a_telephone(browser: Chrome) -> int:
    """How wide the page is there, by what stands furthest to the right."""
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", TELEPHONE)
    try:
        return int(browser.execute_script("return document.documentElement.scrollWidth"))
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("student", ["right", "wrong", "broken", "scripted"])
def test_the_feedback_of_a_student(browser: Chrome, course: Course, student: str) -> None:
    browser.get_log("browser")
    path = course.folder / "feedback" / student / NAME / "backprop.html"
    browser.get(path.as_uri())
    shot(browser, f"feedback-{student}", 3600)
    text = browser.find_element(By.TAG_NAME, "body").text
    assert "Score: " in text
    assert browser.execute_script("return window.pwned") is None
    if student == "right":
        pictures = drawn(browser)
        assert len(pictures) >= 3
        assert pictures[0].get_attribute("alt") == "Your neurons through training"
        assert width_on_a_telephone(browser) == TELEPHONE["width"]
    if student == "wrong":
        assert "we saw" in text
        assert "sigmoid is not right yet" in text
    if student == "broken":
        assert "cannot be read" in text

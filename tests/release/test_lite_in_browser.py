"""The site for browsers in a real one: a student's hour, with no network.

Needs Chromium, its driver, Selenium, JupyterLite and a folder with Pyodide and NumPy: the one that
AUTOGRADER_PYODIDE names, or one that is downloaded. Skipped, with the reason, without them.
"""

import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("selenium", reason="the browser is driven by Selenium")
pytest.importorskip("jupyterlite_core", reason="JupyterLite builds the site, of the extra `lite`")
pytest.importorskip("jupyterlite_pyodide_kernel", reason="the site needs a kernel")
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from autograder.release.build import release
from autograder.release.lite import Site
from autograder.release.pyodide import Pyodide
from tests.pages.browser import chrome, installed

from .lessons import ASSIGNMENT, SOLUTIONS
from .pyodide_folder import NotToBeHad, make

if not installed():
    pytest.skip("Chromium and its driver are not installed", allow_module_level=True)

SECONDS = 240  # at most, for a step; Pyodide starts in 2 s, or 21 s on a busy machine
NOTEBOOK = ".jp-Notebook"
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
RIGHT = "def zeros_init(fan_in, fan_out): return np.zeros((fan_in, fan_out))"
RAISES = "def constant_init(*_): return no_such_name"
ENDLESS = "def normal_init(*_): return sum(0 for _ in iter(int, 1))"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served from: a folder, and nothing behind it."""
    root = tmp_path_factory.mktemp("lite")
    folder = Path(os.environ.get("AUTOGRADER_PYODIDE", root / "pyodide"))
    if not folder.exists():
        try:
            make(folder)
        except NotToBeHad as error:
            pytest.skip(str(error))
    site = Site(root / "site", Pyodide.found(folder))
    release(SOLUTIONS, root / "exercises", ASSIGNMENT, site=site)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(site.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chrome]:
    driver = chrome(tmp_path / "profile", NOWHERE_ELSE)
    try:
        yield driver
    finally:
        driver.quit()


class Student:
    """Works in a notebook by the keyboard."""

    def __init__(self, browser: Chrome, page: str) -> None:
        self.browser = browser
        browser.get(page)
        self.wait_for(lambda: self.texts(f"{NOTEBOOK} .jp-CodeCell"))
        self.wait_for(self.click)

    def wait_for(self, what: Callable[[], object]) -> None:
        ignored = [StaleElementReferenceException]  # the notebook draws its cells anew
        WebDriverWait(self.browser, SECONDS, ignored_exceptions=ignored).until(lambda _: what())

    def click(self) -> bool:
        self.browser.find_element(By.CSS_SELECTOR, f"{NOTEBOOK} .jp-Cell").click()
        return True

    def texts(self, selector: str) -> list[str]:
        """What stands in all elements of a kind, at one moment."""
        script = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)"
        return list(self.browser.execute_script(script, selector))

    def press(self, key: str, *, held: str = "") -> None:
        actions = ActionChains(self.browser)
        if held:
            actions.key_down(held).send_keys(key).key_up(held)
        else:
            actions.send_keys(key)
        actions.perform()

    def run(self) -> None:
        """Run the cell, and go to the next."""
        self.press(Keys.ENTER, held=Keys.SHIFT)

    def here(self) -> str:
        """The text of the cell that is chosen."""
        return "".join(self.texts(f"{NOTEBOOK} .jp-Cell.jp-mod-active"))

    def go_on_to(self, text: str, key: str, held: str = "") -> None:
        """Press a key until the cell with this text is chosen."""

        def arrived() -> bool:
            if text in self.here():
                return True
            self.press(key, held=held)
            return False

        self.wait_for(arrived)

    def type_over(self, text: str) -> None:
        """Replace what is in the cell, and run it."""
        self.press(Keys.ENTER)
        self.press("a", held=Keys.CONTROL)
        self.press(text)
        self.run()

    def asks(self, code: str, answer: str) -> None:
        """Run a line in a new cell, and wait for what comes of it."""
        self.press(Keys.ESCAPE)
        self.press("a")
        self.type_over(code)
        if answer:
            self.wait_for(lambda: any(answer in text for text in self.outputs()))

    def outputs(self) -> list[str]:
        return self.texts(f"{NOTEBOOK} .jp-OutputArea-output")


def test_a_students_hour(browser: Chrome, address: str) -> None:
    page = f"{address}/notebooks/index.html?path=weight_init/initializers.ipynb"
    student = Student(browser, page)
    student.go_on_to("def zeros_init", Keys.ENTER, held=Keys.SHIFT)  # the first cell is run so
    student.type_over(RIGHT)
    student.run()
    student.wait_for(lambda: any("4 of 4 points" in text for text in student.outputs()))

    student.asks(RAISES, "")
    student.asks('print(check("constant_init"))', "look at     Cell In[")
    said = next(text for text in student.outputs() if "Cell In[" in text)
    assert 'repeat      check("' in said
    assert "pytest" not in said
    student.asks(ENDLESS, "")
    student.asks('print(check("normal_init"))', "did not come to an end")
    student.asks('show("neurons")', "Not drawn yet")
    student.asks('import autograder; autograder.grade(".")', "check() and show() judge")

    student.press("s", held=Keys.CONTROL)
    saved = "return document.querySelector('.jp-Dialog') === null && !document.title.includes('*')"
    student.wait_for(lambda: browser.execute_script(saved))
    browser.get("about:blank")
    student = Student(browser, page)
    student.go_on_to("def zeros_init", "j")
    assert RIGHT in student.here()

"""Debian's Chromium, headless, driven by Selenium."""

import shutil
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
DRIVER = shutil.which("chromedriver") or "/usr/bin/chromedriver"
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",  # the pages are our own, and containers have no place for its sandbox
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--window-size=1200,900",
)


def installed() -> bool:
    """Whether there is a browser, and a driver for it."""
    return Path(CHROMIUM).exists() and Path(DRIVER).exists()


def chrome(profile: Path | None = None, *more: str) -> Chrome:
    """A browser that logs what pages say and ask for; `more` are arguments of its own."""
    options = ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (*ARGUMENTS, *more):
        options.add_argument(argument)
    if profile is not None:
        options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options, Service(DRIVER))
    driver.get("about:blank")  # the page that Chromium starts with loads pieces of its own
    return driver

"""Which tests stay together when they run in several processes (`pytest -n 2 --dist loadgroup`)."""

from __future__ import annotations

import pytest


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in this hook
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A file's tests share what it prepares, and all tests of the course share one course.

    Tests that look for traces of hostile code on this machine must not run beside others that run
    such code: one after the other with the course, which does.
    """
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            together = item.path.parent.name == "course" or "hostile" in item.path.name
            item.add_marker(pytest.mark.xdist_group("course" if together else str(item.path)))

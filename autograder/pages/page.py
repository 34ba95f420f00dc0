"""One self-contained page: a template, its style and its script, and a policy that admits no other.

The Content-Security-Policy names the hashes of the style and the script in the page; nothing else
runs, and nothing is loaded from anywhere. Every value that a template writes is escaped.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.showing import counted, points, spoken, with_code

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

# Runs before anything is laid out, so that what scripts will show or hide never flickers.
FIRST = 'document.documentElement.classList.add("scripted");'
TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["points"] = points
    environment.filters["counted"] = counted
    environment.filters["in_words"] = spoken
    environment.filters["with_code"] = lambda text: as_it_is(with_code(text))
    return environment


def as_it_is(escaped: str) -> "Markup":
    """HTML that a template writes as it is: what made it escaped its words."""
    from markupsafe import Markup

    return Markup(escaped)  # noqa: S704  # its words are escaped


@cache
def own_file(name: str) -> str:
    """The text of one of the files in `templates`."""
    return (TEMPLATES / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def policy(style: str, *scripts: str) -> str:
    """The Content-Security-Policy of a page with this one style and these scripts."""
    allowed = " ".join(_hash(script) for script in scripts) or "'none'"
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {allowed}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def render(template: str, values: dict[str, Any], *, script: str = "") -> str:
    """A whole page.

    Args:
        template: its file in `templates`.
        values: for the template; all of them are escaped.
        script: the file of its script, if it has one.
    """
    environment = _environment()
    from markupsafe import Markup

    style, scripts = own_file("page.css"), [FIRST, own_file(script)] if script else []
    own = {
        "policy": policy(style, *scripts),
        # Our own files, which hold no "</": the only text in a page that is not escaped, with the
        # pictures, whose words `autograder.pictures.svg` escapes itself.
        "style": Markup(style),  # noqa: S704  # our own file
        "first": Markup(FIRST),  # noqa: S704  # our own file
        "script": Markup(scripts[-1] if scripts else ""),  # noqa: S704  # our own file
    }
    return environment.get_template(template).render(own | values)

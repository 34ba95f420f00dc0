"""Notebooks: JSON of nbformat 2 to 4, whatever the file is called."""

import json
from typing import Any

from ..cells import MAX_CELLS, MAX_SOURCE, Cell, Complaint, UnreadableFile

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def looks_like_one(data: bytes) -> bool:
    """Whether the bytes are a JSON object that has to do with notebooks."""
    if data[:2] in _UTF_16:  # what PowerShell makes of a redirected output
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and (
        b'"cells"' in data or b'"nbformat"' in data
    )


def notebook_cells(data: bytes) -> tuple[list[Cell], list[Complaint]]:
    """The code cells of a notebook, in order, with what is odd about it.

    Raises:
        UnreadableFile: it is not JSON, or has no list of cells.
    """
    found = raw_cells(data)
    complaints = []
    if len(found) > MAX_CELLS:
        complaints.append(Complaint(0, 0, f"{len(found):,} cells; the first {MAX_CELLS:,} count"))
    cells: list[Cell] = []
    size = 0
    for raw in found[:MAX_CELLS]:
        text = source_of(raw) if isinstance(raw, dict) and raw.get("cell_type") == "code" else None
        if text is None:
            continue
        size += len(text)
        if size > MAX_SOURCE:
            complaints.append(Complaint(len(cells) + 1, 0, "too much source; the rest is left out"))
            break
        cells.append(Cell(text.replace("\r\n", "\n"), len(cells) + 1))
    return cells, complaints


def raw_cells(data: bytes) -> list[Any]:
    """The cells of a notebook as they stand in its JSON, whatever each of them is.

    Raises:
        UnreadableFile: it is not JSON, or has no list of cells.
    """
    try:
        encoding = "utf-16" if data[:2] in _UTF_16 else "utf-8-sig"
        book = json.loads(data.decode(encoding, "replace"))
    except RecursionError as error:
        raise UnreadableFile("its JSON is nested too deep") from error
    except ValueError as error:
        raise UnreadableFile(f"it is not a notebook: not JSON ({error})") from error
    if isinstance(book, dict):
        sheets = book.get("worksheets")
        if isinstance(book.get("cells"), list):
            return list(book["cells"])
        if isinstance(sheets, list):
            lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
            return [cell for cells in lists if isinstance(cells, list) for cell in cells]
    raise UnreadableFile("it is not a notebook: it has no list of cells")


def source_of(cell: dict[str, Any]) -> str | None:
    """The text of a cell, in one piece or in lines; None when it has none."""
    source = cell.get("source", cell.get("input"))
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else None

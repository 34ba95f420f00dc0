"use strict";
(() => {
  const table = document.getElementById("table");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const find = document.getElementById("find");
  const mark = document.getElementById("mark");
  const shown = document.getElementById("shown");
  document.body.classList.add("scripted");

  // What is searched: the name and the reasons, which are text and stay text.
  const last = table.tHead.rows[0].cells.length - 1;
  const words = rows.map((row) =>
    (row.cells[0].textContent + " " + row.cells[last].textContent).toLowerCase());
  const marks = rows.map((row) => " " + (row.dataset.m || "") + " ");

  function filter() {
    const wanted = find.value.trim().toLowerCase();
    const having = mark.value ? " " + mark.value + " " : "";
    let count = 0;
    rows.forEach((row, i) => {
      const fits = words[i].includes(wanted) && marks[i].includes(having);
      if (row.hidden === fits) row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = count === rows.length
      ? count.toLocaleString("en") + " students"
      : count.toLocaleString("en") + " of " + rows.length.toLocaleString("en") + " students";
  }

  const collator = new Intl.Collator("en", { numeric: true });
  function sort(column, kind, direction) {
    const keyed = rows.map((row, i) => {
      const text = row.cells[column].textContent;
      return [kind === "number" ? (text === "" ? -1 : parseFloat(text)) : text, i];
    });
    const order = kind === "number" ? (a, b) => a[0] - b[0] : (a, b) => collator.compare(a[0], b[0]);
    keyed.sort((a, b) => direction * order(a, b) || a[1] - b[1]);
    const sorted = document.createDocumentFragment();
    for (const [, i] of keyed) sorted.append(rows[i]);
    body.append(sorted);
  }

  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      // Numbers begin with the largest, names with A.
      const first = head.dataset.kind === "number" ? "descending" : "ascending";
      const second = first === "ascending" ? "descending" : "ascending";
      const next = head.getAttribute("aria-sort") === first ? second : first;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", next);
      sort(column, head.dataset.kind, next === "ascending" ? 1 : -1);
    });
  });

  find.addEventListener("input", filter);
  mark.addEventListener("change", filter);
  document.getElementById("clear").addEventListener("click", () => {
    find.value = "";
    mark.value = "";
    filter();
    find.focus();
  });
  for (const button of document.querySelectorAll("button.only")) {
    button.addEventListener("click", () => {
      find.value = "";
      mark.value = button.dataset.mark;
      filter();
      document.getElementById("students").scrollIntoView();
      mark.focus({ preventScroll: true });
    });
  }
  filter();
})();

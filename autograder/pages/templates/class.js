"use strict";
(() => {
  const LISTED = 500; // rows that are laid out; the others are there, and are searched and sorted
  const table = document.getElementById("table");
  const [body, rest] = table.tBodies;
  const rows = [...body.rows, ...rest.rows];
  const find = document.getElementById("find");
  const mark = document.getElementById("mark");
  const shown = document.getElementById("shown");
  const all = document.getElementById("all");
  const heads = [...table.tHead.rows[0].cells];
  const collator = new Intl.Collator("en", { numeric: true });
  let order = rows.map((_, i) => i);
  let listed = LISTED;
  let words = null;

  // What is searched: the name and the reasons, which are text and stay text.
  function searched() {
    words = words || rows.map((row) =>
      (row.cells[0].textContent + " " + row.cells[heads.length - 1].textContent).toLowerCase());
    return words;
  }

  function list() {
    const wanted = find.value.trim().toLowerCase();
    const having = mark.value ? " " + mark.value + " " : "";
    const fits = (i) =>
      (!wanted || searched()[i].includes(wanted)) &&
      (!having || (" " + (rows[i].dataset.m || "") + " ").includes(having));
    const fitting = order.filter(fits);
    const near = new Set(fitting.slice(0, listed));
    body.replaceChildren(...fitting.slice(0, listed).map((i) => rows[i]));
    rest.replaceChildren(...order.filter((i) => !near.has(i)).map((i) => rows[i]));
    say(fitting.length);
  }

  function say(count) {
    const number = (n) => n.toLocaleString("en");
    shown.textContent =
      (count === rows.length ? "" : number(count) + " of ") + number(rows.length) + (rows.length === 1 ? " student" : " students") +
      (count > listed ? ", the first " + number(listed) + " are listed" : "");
    all.hidden = count <= listed;
  }

  function sort(column, kind, direction) {
    const keys = rows.map((row) => {
      const text = row.cells[column].textContent;
      return kind === "number" ? (text === "" ? -1 : parseFloat(text)) : text;
    });
    const compare = kind === "number" ? (a, b) => a - b : collator.compare;
    order.sort((a, b) => direction * compare(keys[a], keys[b]) || a - b);
    list();
  }

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

  find.addEventListener("input", list);
  mark.addEventListener("change", list);
  all.addEventListener("click", () => {
    listed = rows.length;
    list();
    find.focus();
  });
  document.getElementById("clear").addEventListener("click", () => {
    find.value = "";
    mark.value = "";
    list();
    find.focus();
  });
  for (const button of document.querySelectorAll("button.only")) {
    button.addEventListener("click", () => {
      find.value = "";
      mark.value = button.dataset.mark;
      list();
      document.getElementById("students").scrollIntoView();
      mark.focus({ preventScroll: true });
    });
  }
  // A browser that comes back to the page remembers what was typed.
  if (find.value || mark.value) list();
  else say(rows.length);
})();

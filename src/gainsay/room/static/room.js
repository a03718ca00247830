// What a script can add; every page reads and leads on without it. No build step, nothing from elsewhere.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, given = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), given);
    element.append(...children);
    return element;
  };

  // The very words that an address names are marked, over every stretch they are cut into.
  function showPlace() {
    all(".here").forEach((e) => e.classList.remove("here"));
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    all("[data-at]").filter((e) => e.dataset.at.split(" ").includes(id)).forEach((e) => e.classList.add("here"));
    const target = document.getElementById(id);
    if (target) target.scrollIntoView({ block: "center" });
    else if (document.querySelector(".text")) tell("The passage that this address names is not in this text any more.");
  }

  function tell(words) {
    const notice = document.querySelector(".notice") || make("p", { className: "notice" });
    notice.setAttribute("role", "status");
    notice.replaceChildren(make("span", { className: "page", textContent: words }));
    document.querySelector("main").before(notice);
  }

  function copyButtons() {
    if (!navigator.clipboard) return;
    for (const button of all(".cite .copy")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.parentElement.querySelector("pre").textContent);
        button.textContent = "Copied";
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
      });
    }
  }

  // On pages that no server answers, the filters of the matters work here, by verdict and facet.
  function siftHere() {
    const form = document.getElementById("sift");
    if (!form || document.body.classList.contains("live")) return;
    for (const label of all("label", form)) {
      const field = label.querySelector("select, input");
      if (!["verdict", "facet"].includes(field.name)) label.remove();
    }
    const apply = () => {
      const wanted = Object.fromEntries(new FormData(form));
      let count = 0;
      for (const row of all(".matters > li")) {
        row.hidden = !["verdict", "facet"].every((k) => !wanted[k] || row.dataset[k] === wanted[k]);
        count += !row.hidden;
      }
      for (const part of all("section.block")) part.hidden = !part.querySelector(".matters > li:not([hidden])");
      document.getElementById("counted").textContent = `${count} matter${count === 1 ? "" : "s"}`;
    };
    const given = new URLSearchParams(location.search);
    for (const key of ["verdict", "facet"]) if (given.get(key)) form.elements[key].value = given.get(key);
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
    form.querySelector(".go").hidden = true;
    apply();
  }

  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // The same for the search: words.js holds the passages.
  function searchHere() {
    const words = window.gainsayWords, results = document.getElementById("results");
    const query = new URLSearchParams(location.search).get("q") || "";
    const field = document.querySelector("#search input[name=q]");
    if (!words || !results || !field) return;
    field.value = query;
    const chunks = [...query.matchAll(/"([^"]+)"|(\S+)/g)].map((m) => fold(m[1] || m[2]));
    if (!chunks.length) return;
    const named = (list) => list.filter(([name]) => fold(name).includes(fold(query))).slice(0, 10);
    const found = words.passages.filter(([, , text]) => { const t = fold(text); return chunks.every((c) => t.includes(c)); });
    results.replaceChildren();
    for (const [title, list] of [["People and bodies", named(words.people)], ["Matters", named(words.matters)]]) {
      if (!list.length) continue;
      const rows = list.map(([name, href]) => make("li", {}, make("a", { href, textContent: name, dir: "auto" })));
      results.append(make("section", { className: "block" }, make("h2", { className: "h2", textContent: title }), make("ul", { className: "plain" }, ...rows)));
    }
    const head = `${found.length} passage${found.length === 1 ? "" : "s"}`;
    const section = make("section", { className: "block" }, make("h2", { className: "h2", textContent: head }));
    for (const hit of found.slice(0, 60)) section.append(passage(hit, words.sources[hit[0]], chunks));
    if (!found.length) section.append(make("p", { className: "quiet", textContent: "Nothing found. Try fewer words, or a part of one." }));
    results.append(section);
  }

  function passage([document_, id, text], [title, when, lang], chunks) {
    const at = Math.max(0, fold(text).indexOf(chunks[0]));
    const start = at < 120 ? 0 : text.lastIndexOf(" ", at - 60) + 1;
    let end = Math.min(text.length, start + 260);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 1);
    const line = make("p", { className: "q ink", dir: "auto", lang });
    const pattern = chunks.map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    let last = 0;
    const piece = text.slice(start, end);
    for (const m of piece.matchAll(new RegExp(pattern, "giu"))) {
      line.append(piece.slice(last, m.index), make("span", { className: "datum", textContent: m[0] }));
      last = m.index + m[0].length;
    }
    line.append(piece.slice(last));
    const link = make("a", { href: `source/${document_}.html#${id}`, dir: "auto" }, make("cite", { textContent: title }), when ? `, ${when}` : "");
    return make("article", { className: "stmt find" }, line, make("p", { className: "src" }, link));
  }

  // Selects of a form that a server answers act at once.
  function actAtOnce() {
    if (!document.body.classList.contains("live")) return;
    for (const field of all("form.sift select")) field.addEventListener("change", () => field.form.requestSubmit());
  }

  const desk = document.getElementById("decide");
  const letters = { a: "accept", r: "reject", c: "correct", o: "join", p: "part" };

  // Slash goes to the search; at the review desk every step has a key.
  function keys() {
    addEventListener("keydown", (event) => {
      if (desk && event.key === "Enter" && (event.ctrlKey || event.metaKey)) return desk.requestSubmit();
      const typing = event.target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
      const choice = desk && desk.querySelector(`[name=action][value=${letters[event.key] || "none"}]`);
      if (choice) choice.click();
      else if (event.key === "/") document.getElementById("find").focus();
      else if (desk && (event.key === "j" || event.key === "s")) document.getElementById("later")?.click();
      else return undefined;
      event.preventDefault();
      if (choice) (choice.value === "correct" ? desk.elements.field : choice.value === "accept" ? choice : desk.elements.reason).focus();
      return undefined;
    });
  }

  // What is to be corrected brings its value with it, and what may stand there.
  function correcting() {
    if (!desk) return;
    const { field, value } = desk.elements, choices = document.getElementById("choices");
    field.addEventListener("change", () => {
      const chosen = field.selectedOptions[0].dataset;
      desk.querySelector("[value=correct]").checked = true;
      value.value = chosen.value || "";
      value.placeholder = chosen.hint || "";
      choices.replaceChildren(...(chosen.choices || "").split("|").filter(Boolean).map((c) => make("option", { value: c })));
      value.select();
    });
    value.addEventListener("input", () => {
      if (field.value) desk.querySelector("[value=correct]").checked = true;
    });
  }

  document.body.classList.add("scripted");
  addEventListener("hashchange", showPlace);
  showPlace();
  copyButtons();
  siftHere();
  searchHere();
  actAtOnce();
  correcting();
  keys();
})();

/** Lists and search on pages that no server answers. */

import { all, make } from "./dom.ts";
import { excerpt, fold, holds, wanted } from "./words.ts";

const SIFTED = ["verdict", "facet"] as const;
const MOST_FOUND = 60;
const MOST_NAMED = 10;

type Named = readonly [name: string, href: string];
type Passage = readonly [document: string, id: string, text: string];
type Source = readonly [title: string, when: string, language: string];

/** What words.js holds: a script, since pages may not fetch from a disk. */
interface Words {
  readonly sources: Readonly<Record<string, Source>>;
  readonly passages: readonly Passage[];
  readonly people: readonly Named[];
  readonly matters: readonly Named[];
}

declare global {
  interface Window {
    gainsayWords?: Words;
  }
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** The matters by verdict and facet; what only a server can choose by is taken away. */
export function siftMatters(): void {
  const form = document.querySelector<HTMLFormElement>("#sift");
  if (!form) return;
  for (const label of all("label", form)) {
    const name = label.querySelector<HTMLInputElement | HTMLSelectElement>("select, input")?.name ?? "";
    if (!SIFTED.some((key) => key === name)) label.remove();
  }
  const fields = SIFTED.map((key) => form.querySelector<HTMLSelectElement>(`[name=${key}]`));
  const asked = new URLSearchParams(location.search);
  fields.forEach((field, k) => {
    const given = asked.get(SIFTED[k] ?? "");
    if (field && given) field.value = given;
  });
  const apply = (): void => {
    let count = 0;
    for (const row of all(".matters > li")) {
      row.hidden = !fields.every((field, k) => !field?.value || row.dataset[SIFTED[k] ?? ""] === field.value);
      if (!row.hidden) count += 1;
    }
    for (const part of all("section.block")) part.hidden = !part.querySelector(".matters > li:not([hidden])");
    const counted = document.getElementById("counted");
    if (counted) counted.textContent = many(count, "matter");
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  const button = form.querySelector<HTMLElement>(".go");
  if (button) button.hidden = true;
  apply();
}

/** What was found for the words in the address. */
export function search(): void {
  const words = window.gainsayWords;
  const results = document.getElementById("results");
  const field = document.querySelector<HTMLInputElement>("#search input[name=q]");
  const query = new URLSearchParams(location.search).get("q") ?? "";
  if (!words || !results || !field) return;
  field.value = query;
  const chunks = wanted(query);
  if (!chunks.length) return;
  results.replaceChildren(
    ...byName("People and bodies", words.people, query),
    ...byName("Matters", words.matters, query),
    inPassages(words, chunks),
  );
}

function byName(title: string, every: readonly Named[], query: string): HTMLElement[] {
  const found = every.filter(([name]) => fold(name).includes(fold(query))).slice(0, MOST_NAMED);
  if (!found.length) return [];
  const rows = found.map(([name, href]) => make("li", {}, make("a", { href, textContent: name, dir: "auto" })));
  return [part(title, make("ul", { className: "plain" }, ...rows))];
}

function inPassages(words: Words, chunks: readonly string[]): HTMLElement {
  const found = words.passages.filter(([, , text]) => holds(text, chunks));
  const shown = found.slice(0, MOST_FOUND).flatMap((hit) => {
    const source = words.sources[hit[0]];
    return source ? [passage(hit, source, chunks)] : [];
  });
  const nothing = make("p", { className: "quiet", textContent: "Nothing found. Try fewer words, or a part of one." });
  return part(many(found.length, "passage"), ...(shown.length ? shown : [nothing]));
}

function part(title: string, ...children: HTMLElement[]): HTMLElement {
  return make("section", { className: "block" }, make("h2", { className: "h2", textContent: title }), ...children);
}

function passage(hit: Passage, source: Source, chunks: readonly string[]): HTMLElement {
  const [document_, id, text] = hit;
  const [title, when, lang] = source;
  const stretches = excerpt(text, chunks).map(({ words, found }) =>
    found ? make("span", { className: "datum", textContent: words }) : words,
  );
  const line = make("p", { className: "q ink", dir: "auto", lang }, ...stretches);
  const cited = [make("cite", { textContent: title }), ...(when ? [`, ${when}`] : [])];
  const link = make("a", { href: `source/${document_}.html#${id}`, dir: "auto" }, ...cited);
  return make("article", { className: "stmt find" }, line, make("p", { className: "src" }, link));
}

/** Parts of a page from the open room: lists as one sifts, passages as one types, the next reading at the desk (there the
 *  whole body, whose links are relative to the new address), the next part of a long text. The templates say what is asked for where; without a script each of these is a plain page. */

import htmx from "htmx.org";

import { all } from "./dom.ts";

const FEWEST_LETTERS = 2; // to search for while somebody types
const AHEAD = "2000px"; // of the end of what is there, the next part of a text is asked for

interface Asking {
  readonly elt: HTMLElement;
  readonly verb: string;
  readonly formData: FormData;
  readonly triggeringEvent?: Event;
}

function configure(): void {
  Object.assign(htmx.config, {
    allowEval: false,
    includeIndicatorStyles: false, // they would stand in the page, where the policy allows no style
    historyCacheSize: 0, // no page of an edition is kept in the browser's store
    refreshOnHistoryMiss: true,
    reportValidityOfForms: true,
    selfRequestsOnly: true,
    scrollBehavior: "auto",
    responseHandling: [
      { code: "[23]..", swap: true },
      { code: "422", swap: true }, // a decision that was not recorded: the page says why
      { code: ".*", swap: false, error: true },
    ],
  });
}

/** Addresses as one would write them: what is not chosen does not stand in them. */
function tidy(asking: Asking): void {
  for (const [name, value] of [...asking.formData.entries()]) {
    if (value === "" || (name === "sort" && value === "sharpest")) asking.formData.delete(name);
  }
}

function beforeAsking(event: Event): void {
  const asking = (event as CustomEvent<Asking>).detail;
  if (asking.verb !== "get") return;
  const words = asking.formData.get("q");
  const typed = asking.triggeringEvent?.type === "input";
  if (typed && typeof words === "string" && words.trim().length < FEWEST_LETTERS) event.preventDefault();
  tidy(asking);
}

/** The next part of a long text is fetched before one has read to its end. */
function readOn(): void {
  const watch = new IntersectionObserver(
    (seen) => {
      for (const entry of seen.filter((one) => one.isIntersecting)) {
        watch.unobserve(entry.target);
        htmx.trigger(entry.target, "near");
      }
    },
    { rootMargin: `0px 0px ${AHEAD} 0px` },
  );
  htmx.onLoad((fresh) => {
    for (const link of all(".leaf-on", fresh.parentNode ?? document)) watch.observe(link);
  });
}

/** Whoever decides by keyboard, or hears the page, is brought to what came next. */
function afterDeciding(): void {
  addEventListener("htmx:afterSettle", (event) => {
    if (event.target === document.body) document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  });
}

/** Let the page ask. */
export function ask(): void {
  configure();
  addEventListener("htmx:configRequest", beforeAsking);
  readOn();
  afterDeciding();
}

/** What a script adds to every page, published or in an open room. All of it listens at the root, so that parts of a
 *  page may come and go; nothing here is needed to read and to find one's way. */

import { showPlace } from "./place.ts";

const COPIED_FOR = 1500; // milliseconds

function copyCitations(): void {
  if (!navigator.clipboard) return;
  document.body.classList.add("copies");
  addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>(".cite .copy") : null;
    if (!button) return;
    await navigator.clipboard.writeText(button.parentElement?.querySelector("pre")?.textContent ?? "");
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), COPIED_FOR);
  });
}

/** Whether somebody is writing, or means a key for the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  const writes = "textarea, select, input:not([type=radio], [type=checkbox])";
  const busy = event.target instanceof Element && event.target.matches(writes);
  return busy || event.ctrlKey || event.metaKey || event.altKey;
}

function slashGoesToSearch(): void {
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || isTyping(event)) return;
    document.getElementById("find")?.focus();
    event.preventDefault();
  });
}

/** Begin on a page. */
export function begin(): void {
  document.body.classList.add("scripted");
  addEventListener("hashchange", showPlace);
  showPlace();
  copyCitations();
  slashGoesToSearch();
}

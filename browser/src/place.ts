/** Every address opens at its very words. */

import { all, tell } from "./dom.ts";

const GONE = "The passage that this address names is not in this text any more.";

/** Mark the words that the address names, over every stretch they are cut into, and bring them into sight. */
export function showPlace(): void {
  for (const element of all(".here")) element.classList.remove("here");
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return;
  for (const element of all("[data-at]")) {
    if (element.dataset["at"]?.split(" ").includes(id)) element.classList.add("here");
  }
  const target = document.getElementById(id);
  if (target) target.scrollIntoView({ block: "center" });
  else if (document.querySelector(".text")) lookElsewhere(id);
}

/** The words may stand in another part of a long text; only a room that is open can tell. */
function lookElsewhere(id: string): void {
  const asked = new URLSearchParams(location.search);
  const inParts = document.querySelector(".text.parted") !== null;
  if (inParts && asked.get("at") !== id) location.replace(`?at=${encodeURIComponent(id)}#${id}`);
  else tell(GONE);
}

/** The review desk by keyboard. The desk is laid anew with every decision, so it is looked up each time. */

import { make } from "./dom.ts";
import { isTyping } from "./page.ts";

const ACTIONS: Readonly<Record<string, string>> = { a: "accept", r: "reject", c: "correct", o: "join", p: "part" };

interface Desk extends HTMLFormElement {
  readonly elements: HTMLFormControlsCollection & {
    readonly field: HTMLSelectElement;
    readonly value: HTMLInputElement;
    readonly reason: HTMLTextAreaElement;
  };
}

function desk(): Desk | null {
  return document.querySelector<Desk>("#decide");
}

function choice(action: string): HTMLInputElement | null {
  return desk()?.querySelector<HTMLInputElement>(`[name=action][value=${action}]`) ?? null;
}

/** Choose an action and go to where it is told in full. */
function choose(chosen: HTMLInputElement, at: Desk): void {
  chosen.click();
  if (chosen.value === "correct") at.elements.field.focus();
  else if (chosen.value === "accept") chosen.focus();
  else at.elements.reason.focus();
}

function pressed(event: KeyboardEvent): void {
  const at = desk();
  if (!at) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    at.requestSubmit();
    return;
  }
  if (isTyping(event)) return;
  const action = ACTIONS[event.key];
  const chosen = action ? choice(action) : null;
  if (chosen) choose(chosen, at);
  else if (event.key === "j" || event.key === "s") document.getElementById("later")?.click();
  else return;
  event.preventDefault();
}

/** What is to be corrected brings its value with it, and what may stand there. */
function fieldChosen(at: Desk): void {
  const { field, value } = at.elements;
  const given = field.selectedOptions[0]?.dataset ?? {};
  choice("correct")?.click();
  value.value = given["value"] ?? "";
  value.placeholder = given["hint"] ?? "";
  const choices = (given["choices"] ?? "").split("|").filter((one) => one !== "");
  document.getElementById("choices")?.replaceChildren(...choices.map((one) => make("option", { value: one })));
  value.focus();
  value.select();
}

/** Keys and corrections at the desk. */
export function reviewByKeyboard(): void {
  addEventListener("keydown", pressed);
  addEventListener("change", (event) => {
    const at = desk();
    if (at && event.target === at.elements.field) fieldChosen(at);
  });
  addEventListener("input", (event) => {
    const at = desk();
    if (at && event.target === at.elements.value && at.elements.field.value) choice("correct")?.click();
  });
}

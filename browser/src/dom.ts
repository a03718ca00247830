/** The little that every script here needs of the page. */

/** All elements that a selector finds, as a list. */
export function all<E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): E[] {
  return [...within.querySelectorAll<E>(selector)];
}

/** An element with what it is given and what stands in it; strings become text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), given);
  element.append(...children);
  return element;
}

/** A line of notice above the page, also for those who hear it. */
export function tell(words: string): void {
  const notice = document.querySelector(".notice") ?? make("p", { className: "notice" });
  notice.setAttribute("role", "status");
  notice.replaceChildren(make("span", { className: "page", textContent: words }));
  document.querySelector("main")?.before(notice);
}

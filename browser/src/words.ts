/** Looking for words in passages, and showing them in their place. Nothing here knows of a page. */

/** One stretch of an excerpt; `found` where it is one of the words looked for. */
export interface Stretch {
  readonly words: string;
  readonly found: boolean;
}

const LEAD = 60; // characters before the first word that was found
const LENGTH = 260;

/** Words without marks and capitals, so that "Łódź café" is found as "łodz cafe". */
export function fold(words: string): string {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What has to stand in a passage: each word, and each phrase in quotation marks as a whole; folded. */
export function wanted(query: string): string[] {
  const chunks = [...query.matchAll(/"([^"]+)"|(\S+)/g)].map((match) => fold(match[1] ?? match[2] ?? ""));
  return chunks.map((chunk) => chunk.replaceAll('"', "")).filter((chunk) => chunk !== "");
}

/** Whether a text holds all that is wanted. */
export function holds(text: string, chunks: readonly string[]): boolean {
  const folded = fold(text);
  return chunks.every((chunk) => folded.includes(chunk));
}

/** The part of a text around the first word that is wanted, with all of them marked. */
export function excerpt(text: string, chunks: readonly string[]): Stretch[] {
  const first = Math.max(0, fold(text).indexOf(chunks[0] ?? ""));
  const start = first < 2 * LEAD ? 0 : text.lastIndexOf(" ", first - LEAD) + 1;
  let end = Math.min(text.length, start + LENGTH);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 1);
  const piece = text.slice(start, end);
  const pattern = chunks.map((chunk) => chunk.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  if (!pattern) return [{ words: piece, found: false }];
  const stretches: Stretch[] = [];
  let last = 0;
  for (const match of piece.matchAll(new RegExp(pattern, "giu"))) {
    if (match.index > last) stretches.push({ words: piece.slice(last, match.index), found: false });
    stretches.push({ words: match[0], found: true });
    last = match.index + match[0].length;
  }
  if (last < piece.length) stretches.push({ words: piece.slice(last), found: false });
  return stretches;
}

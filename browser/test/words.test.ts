import assert from "node:assert/strict";
import { test } from "node:test";

import { excerpt, fold, holds, wanted } from "../src/words.ts";

test("words are folded without their marks and capitals", () => {
  assert.equal(fold("Café Ångström"), "cafe angstrom");
});

test("words in quotation marks stay together", () => {
  assert.deepEqual(wanted('"Coal Quay" Fire'), ["coal quay", "fire"]);
});

test("a quotation mark that is never closed is no part of a word", () => {
  assert.deepEqual(wanted('"coal quay'), ["coal", "quay"]);
});

test("a passage holds a phrase only where the words stand together", () => {
  assert.ok(holds("the coal quay burned", wanted('"coal quay"')));
  assert.ok(!holds("the quay, and its coal", wanted('"coal quay"')));
});

test("an excerpt gives the text back character for character", () => {
  const text = "It was said that the coal quay burned (twice) that night.";
  const stretches = excerpt(text, wanted("coal (twice)"));
  assert.equal(stretches.map((one) => one.words).join(""), text);
  assert.deepEqual(stretches.filter((one) => one.found).map((one) => one.words), ["coal", "(twice)"]);
});

test("an excerpt of a long text begins shortly before what was found, at a word", () => {
  const text = `${"harbour ".repeat(200)}fire ${"harbour ".repeat(200)}`;
  const [head, found] = excerpt(text, ["fire"]);
  assert.ok(head && head.words.startsWith("harbour") && head.words.length < 80);
  assert.deepEqual(found, { words: "fire", found: true });
});

test("a word without any blank is cut, not dropped", () => {
  const stretches = excerpt("x".repeat(5000), ["xxxx"]);
  assert.ok(stretches.length > 0 && stretches.map((one) => one.words).join("").length > 0);
});

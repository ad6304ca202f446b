import assert from "node:assert/strict";
import test from "node:test";
import { count } from "../src/editor/characters.js";
import { same } from "../src/editor/form.js";
import { heading, levelOf } from "../src/editor/headings.js";
import { Keeper } from "../src/editor/keeper.js";
import { unitsBefore } from "../src/editor/positions.js";
import { stepFrom } from "../src/editor/walking.js";

function storage() {
  const held = new Map();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => held.set(key, value),
    removeItem: (key) => held.delete(key),
  };
}

test("the four marks of the norm are the four levels", () => {
  const lines = ["一、主要问题", "（二）管网不配套", "3.县级财政", "（4）预算安排", "近期，青石县", "2.4万元", "1．全角点"];

  assert.deepEqual(lines.map(levelOf), [1, 2, 3, 4, 0, 0, 3]);
});

test("a heading that runs into its paragraph ends with its first full stop", () => {
  const line = "（一）运维经费缺口大。每座设施年均电费约2.4万元。";

  assert.deepEqual(heading(line), { level: 2, end: 11 });
  assert.deepEqual(heading("一、主要问题"), { level: 1, end: 6 });
  assert.deepEqual(heading("一、主要问题。"), { level: 1, end: 7 });
});

test("a paragraph that only begins like a heading stays a paragraph", () => {
  assert.equal(heading(`一、${"很长的一句话".repeat(10)}，没有句号`), null);
  assert.equal(heading("没有标记的一句话。"), null);
});

test("white space is not counted and a rare character counts once", () => {
  assert.equal(count("　　一二 三\n𬭎"), 4);
});

test("code points become UTF-16 units", () => {
  assert.deepEqual([0, 1, 2, 9].map((points) => unitsBefore("𬭎字", points)), [0, 2, 3, 3]);
});

test("words are the same whatever the line ends", () => {
  assert.equal(same({ body: "一\r\n二", gone: "x" }, { body: "一\n二\n" }), true);
  assert.equal(same({ body: "一" }, { body: "二" }), false);
});

test("what an earlier visit left stays until somebody decides, even when one writes on", () => {
  const place = storage();
  new Keeper("u", place).keep({ body: "旧" }, 3);
  const keeper = new Keeper("u", place);

  const found = keeper.found();
  keeper.keep({ body: "新" }, 4);
  keeper.forget();

  assert.deepEqual(found.words, { body: "旧" });
  assert.deepEqual(new Keeper("u", place).found().words, { body: "旧" });
  keeper.forgetEarlier();
  assert.equal(new Keeper("u", place).found(), null);
});

test("a browser that refuses storage is told apart from one that keeps", () => {
  const full = { setItem: () => { throw new Error("full"); } };

  assert.equal(new Keeper("u", full).keep({}, 1), false);
  assert.equal(new Keeper("u", storage()).keep({}, 1), true);
});

test("a walk through the findings begins at either end and goes round", () => {
  assert.deepEqual([stepFrom(-1, 1, 3), stepFrom(-1, -1, 3), stepFrom(2, 1, 3), stepFrom(0, -1, 3), stepFrom(-1, 1, 0)], [0, 2, 0, 2, -1]);
});

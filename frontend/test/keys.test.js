import assert from "node:assert/strict";
import test from "node:test";
import { matching } from "../src/app/sequence.js";

const keyOf = (element) => element;

test("one key presses its button", () => {
  assert.deepEqual(matching(["a", "g d"], ["a"], keyOf), { found: "a", pressed: [] });
});

test("a sequence waits for its second key", () => {
  assert.deepEqual(matching(["a", "g d"], ["g"], keyOf), { found: null, pressed: ["g"] });
  assert.deepEqual(matching(["a", "g d"], ["g", "d"], keyOf), { found: "g d", pressed: [] });
});

test("a key that does not continue the sequence begins anew", () => {
  assert.deepEqual(matching(["a", "g d"], ["g", "a"], keyOf), { found: "a", pressed: [] });
});

test("a key nobody has is forgotten", () => {
  assert.deepEqual(matching(["a"], ["z"], keyOf), { found: null, pressed: [] });
});

import assert from "node:assert/strict";
import test from "node:test";
import { backoff, Schedule } from "../src/editor/schedule.js";

// A clock that one moves by hand.
function world(outcomes) {
  const clock = { time: 0, plans: new Map(), sent: [] };
  let id = 0;
  const schedule = new Schedule({
    now: () => clock.time,
    later: (act, wait) => clock.plans.set((id += 1), { act, at: clock.time + wait }) && id,
    never: (timer) => clock.plans.delete(timer),
    send: async () => {
      clock.sent.push(clock.time);
      return outcomes.shift() ?? "saved";
    },
  });
  clock.pass = async (milliseconds) => {
    for (const end = clock.time + milliseconds; clock.time < end; ) {
      clock.time += 100;
      for (const [timer, plan] of [...clock.plans]) if (plan.at <= clock.time && clock.plans.delete(timer)) await plan.act();
      await Promise.resolve();
    }
  };
  return { clock, schedule };
}

test("one saves a second and a half after the last change", async () => {
  const { clock, schedule } = world([]);

  schedule.changed();
  await clock.pass(1000);
  schedule.changed();
  await clock.pass(3000);

  assert.deepEqual(clock.sent, [2500]);
});

test("who never pauses is saved every four seconds", async () => {
  const { clock, schedule } = world([]);

  for (let key = 0; key < 90; key += 1) {
    schedule.changed();
    await clock.pass(100);
  }

  assert.deepEqual(clock.sent, [4000, 8000]);
});

test("while the server is away one asks ever more patiently, and every change waits for that", async () => {
  const { clock, schedule } = world(["away", "away", "saved"]);

  schedule.changed();
  await clock.pass(1600);
  schedule.changed();
  await clock.pass(10000);

  assert.deepEqual(clock.sent, [1500, 3500, 7500]);
  assert.deepEqual([1, 2, 10].map(backoff), [2000, 4000, 60000]);
});

test("after a conflict nothing is sent any more", async () => {
  const { clock, schedule } = world(["conflict"]);

  schedule.changed();
  await clock.pass(2000);
  schedule.changed();
  await clock.pass(9000);

  assert.deepEqual(clock.sent, [1500]);
});

test("a refused save is tried again only after the next change", async () => {
  const { clock, schedule } = world(["refused"]);

  schedule.changed();
  await clock.pass(9000);
  schedule.changed();
  await clock.pass(2000);

  assert.deepEqual(clock.sent, [1500, 10500]);
});

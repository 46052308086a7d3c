// SPDX-License-Identifier: Apache-2.0
// Two people at work in two windows without a mouse: a mention arrives in the other's window by itself, a task is given and done,
// what waits, what changed and the calendar show it. In Korean on a wide screen and in English on a telephone.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, sentences, steps } from "./browser.mjs";
import { call, enter, newPerson, signedIn } from "./people.mjs";
import { out, root, startServer } from "./server.mjs";

const parser = createRequire(path.join(root, "web/package.json"))("ical.js");
const ICAL = parser.default ?? parser;

let server;
let browser;
const people = {};

before(async () => {
  server = await startServer("together");
  browser = await openBrowser();
  const admin = await signedIn(server, server.administrator);
  for (const [key, name] of [
    ["kim", "김기획"],
    ["lee", "이함께"],
    ["min", "민바깥"],
  ])
    people[key] = await newPerson(server, admin, key, name, key === "min" ? ["expert"] : ["planner"]);
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

const inDays = (days) => new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`a mention, a task and a calendar in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const look = (page, name) => page.screenshot({ path: path.join(out, `together-${language}-${name}.png`), fullPage: true });
    const organisation = (
      await call(server, people.kim, "POST", "/organisations", {
        names: [{ language: "ko", name: `함께 기업 ${width}`, primary: true }],
        kind: "company",
        country: "KR",
      })
    ).json;
    for (const one of [people.lee, people.kim]) await call(server, one, "POST", "/notifications/mark", { read: true });
    const open = (who, to) => enter(browser, server, words, people[who], to, { language, width, scheme });
    const { page: lee, faults: leeFaults } = await open("lee", "/inbox");
    const { page: kim, faults } = await open("kim", `/organisations/${organisation.id}`);
    const step = steps(t, kim, `together-${language}`);
    const title = `전화하기 ${width}`;

    await step("who has nothing to read is told so", async () => {
      await lee.getByRole("heading", { level: 1, name: words("notifications.title") }).waitFor();
      await lee.getByRole("link", { name: words("notifications.bell"), exact: true }).waitFor();
      await checkPage(lee, "inbox");
    });
    await step("somebody is mentioned: behind an @ stand those who may read the record", async () => {
      const box = kim.getByRole("textbox", { name: words("comments.write") });
      await box.fill("살펴봐 주세요 ");
      await kim.keyboard.type("@민");
      await kim.getByText(words("comments.nobody")).waitFor();
      await kim.keyboard.press("Backspace");
      await kim.keyboard.type("이함");
      await kim.getByRole("option", { name: "이함께" }).waitFor();
      await checkPage(kim, "mention");
      await look(kim, "mention");
      await kim.keyboard.press("Enter");
      await kim.keyboard.press("Control+Enter");
      await kim.getByRole("article", { name: "김기획" }).getByText("@이함께").waitFor();
      await checkPage(kim, "record with a comment");
      await look(kim, "record");
    });
    await step("the other sees it arrive without doing anything, and follows it", async () => {
      await lee.getByRole("link", { name: words("notifications.bell_count", { count: 1 }) }).waitFor({ timeout: 5_000 });
      const link = lee.getByRole("link", { name: words("notifications.kind.mention", { who: "김기획" }) }).first();
      await link.waitFor();
      await checkPage(lee, "inbox with a mention");
      await look(lee, "inbox");
      await link.click();
      await lee.getByRole("heading", { level: 1, name: `함께 기업 ${width}` }).waitFor();
      await lee.getByRole("article", { name: "김기획" }).waitFor();
      await lee.getByRole("link", { name: words("notifications.bell"), exact: true }).waitFor();
    });
    await step("a comment is put away, and brought back", async () => {
      await kim.getByRole("button", { name: words("comments.actions_of", { name: "김기획" }) }).click();
      await kim.getByRole("menuitem", { name: words("comments.delete") }).click();
      await kim.getByText(words("comments.deleted")).waitFor();
      assert.equal(await kim.getByRole("article", { name: "김기획" }).count(), 0);
      await kim.getByRole("button", { name: words("list.undo"), exact: true }).click();
      await kim.getByRole("article", { name: "김기획" }).waitFor();
    });
    await step("a task is given on the record, and its owner is told", async () => {
      await kim.getByRole("button", { name: words("tasks.new"), exact: true }).click();
      const dialog = kim.getByRole("dialog");
      await dialog.getByRole("textbox", { name: words("tasks.field.title") }).fill(title);
      const owner = dialog.getByRole("combobox", { name: words("tasks.field.owner") });
      await owner.fill("이함");
      await kim.getByRole("option", { name: "이함께" }).waitFor();
      await kim.getByRole("option", { name: "이함께" }).click();
      await dialog.getByLabel(words("tasks.field.due")).fill(inDays(1));
      await checkPage(kim, "task dialog");
      await look(kim, "task");
      await dialog.getByRole("button", { name: words("tasks.give"), exact: true }).click();
      await kim.getByRole("link", { name: title }).waitFor();
      await lee.getByRole("link", { name: words("notifications.bell_count", { count: 1 }) }).waitFor({ timeout: 5_000 });
    });
    await step("it waits on the owner's home page, with what changed", async () => {
      await lee.goto("/");
      await lee.getByRole("heading", { level: 2, name: words("waiting.title") }).waitFor();
      await lee.getByRole("link", { name: title }).waitFor();
      await lee.getByRole("heading", { level: 2, name: words("changes.title") }).waitFor();
      await lee.getByRole("list", { name: words("changes.list") }).getByRole("link", { name: `함께 기업 ${width}` }).first().waitFor();
      await checkPage(lee, "home");
      await look(lee, "home");
    });
    await step("it is done from the list, taken back, and done again", async () => {
      await lee.goto("/tasks");
      await lee.getByRole("button", { name: words("tasks.finish_one", { title }) }).click();
      await lee.getByText(words("tasks.finished", { title })).waitFor();
      await lee.getByRole("button", { name: words("list.undo"), exact: true }).click();
      await lee.getByRole("button", { name: words("tasks.finish_one", { title }) }).waitFor();
      await checkPage(lee, "tasks");
      await look(lee, "tasks");
      await lee.getByRole("link", { name: title }).click();
      const dialog = lee.getByRole("dialog");
      await dialog.getByRole("button", { name: words("tasks.finish_one", { title }) }).click();
      await dialog.getByText(words("tasks.who_done", { name: "이함께" })).waitFor();
      await checkPage(lee, "task");
      await look(lee, "task-done");
      await kim.getByRole("link", { name: words("notifications.bell_count", { count: 2 }) }).waitFor({ timeout: 5_000 });
    });
    await step("it stands in the calendar by month and list, and what changed on its page", async () => {
      await lee.goto(`/calendar?month=${inDays(1).slice(0, 7)}&view=month`);
      await lee.getByRole("table").getByRole("link", { name: new RegExp(title) }).waitFor();
      await checkPage(lee, "calendar");
      await look(lee, "calendar");
      await lee.goto(`/calendar?month=${inDays(1).slice(0, 7)}&view=agenda`);
      await lee.getByRole("link", { name: title, exact: true }).waitFor();
      await checkPage(lee, "agenda");
      await look(lee, "agenda");
      await kim.goto("/changes?kind=organisation");
      await kim.getByRole("link", { name: `함께 기업 ${width}` }).first().waitFor();
      await checkPage(kim, "changes");
      await look(kim, "changes");
    });
    await step("a calendar program reads it at the secret address", async () => {
      await lee.getByRole("button", { name: words("calendar.feed.make"), exact: true }).or(lee.getByRole("button", { name: words("calendar.feed.renew"), exact: true })).click();
      const address = await lee.getByLabel(words("calendar.feed.address")).inputValue();
      await checkPage(lee, "feed");
      await look(lee, "feed");
      const answer = await fetch(address);
      assert.equal(answer.status, 200);
      const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
      const event = calendar.getAllSubcomponents("vevent").find((one) => one.getFirstPropertyValue("summary").includes(title));
      assert.ok(event, "another program's parser finds the task");
      assert.equal(event.getFirstPropertyValue("dtstart").toString(), inDays(1));
      assert.equal(event.getFirstPropertyValue("dtstart").isDate, true);
      await lee.getByRole("button", { name: words("calendar.feed.revoke"), exact: true }).click();
      await lee.getByText(words("calendar.feed.revoked")).waitFor();
      assert.equal((await fetch(address)).status, 404);
    });
    await step("nothing went wrong on the way", () => {
      assert.deepEqual([...faults, ...leeFaults].filter((one) => !/404/.test(one)), []);
    });
    await kim.context().close();
    await lee.context().close();
  });
}

// SPDX-License-Identifier: Apache-2.0
// A list as a person works with it: ordered by its headings, its columns chosen, kept as a view and found again, what is seen
// downloaded, many records put away at once and taken back; in Korean on a wide screen and in English on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, downloaded, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("lists");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`a list's tools in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `lists-${language}`);
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const item = (key, params) => page.getByRole("menuitem", { name: words(key, params), exact: true });
    const names = (number) => Array.from({ length: number }, (_, at) => `목록시험 ${width} ${String(at).padStart(3, "0")}`);

    await step("three hundred records are scrolled through with a few dozen rows in the page", async () => {
      await page.goto("/organisations");
      await page.getByLabel(words("auth.email")).fill(server.planner.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
      await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
      await page.getByRole("heading", { level: 1, name: words("people.organisation.title") }).waitFor();
      await page.evaluate(async (list) => {
        for (const name of list) {
          const body = JSON.stringify({ names: [{ language: "ko", name, primary: true }], kind: "company", country: "KR" });
          const made = await fetch("/api/v1/organisations", { method: "POST", headers: { "Content-Type": "application/json" }, body });
          if (!made.ok) throw new Error(await made.text());
        }
      }, names(300));
      await page.goto(`/organisations?q=${encodeURIComponent(`목록시험 ${width}`)}`);
      await page.getByRole("link", { name: names(1)[0] }).waitFor();
      for (let at = 0; at < 60 && (await page.getByRole("link", { name: names(300)[299] }).count()) === 0; at += 1) {
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
        await page.waitForTimeout(150);
      }
      await page.getByRole("link", { name: names(300)[299] }).waitFor();
      assert.ok((await page.getByRole("row").count()) < 80, "only what is in sight stands in the page");
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.getByRole("link", { name: names(1)[0] }).waitFor();
      await checkPage(page, "list");
    });
    await step("columns and order are chosen and stand in the address", async () => {
      await button("list.columns").click();
      await page.getByRole("menuitemcheckbox", { name: words("people.entered"), exact: true }).click();
      await page.waitForURL(/columns=/);
      await page.keyboard.press("Escape");
      if (width > 800) {
        await button("people.field.names").click();
        await page.waitForURL(/sort=-name/);
        assert.equal(await page.getByRole("columnheader", { name: words("people.field.names") }).getAttribute("aria-sort"), "descending");
        await page.getByRole("link", { name: names(300)[299] }).waitFor();
        await page.getByRole("link", { name: names(300)[299] }).focus();
        await page.keyboard.press("ArrowDown");
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), names(300)[298], "down goes to the next row");
      }
    });
    await step("what is seen is kept as a view and found again", async () => {
      const kept = new URL(page.url()).search;
      const name = `시험 보기 ${width}`;
      await button("list.view.title").click();
      await item("list.view.keep").click();
      await checkPage(page, "view");
      await page.getByLabel(words("list.view.name"), { exact: true }).fill(name);
      await page.keyboard.press("Enter");
      await page.getByText(words("list.view.kept", { name })).waitFor();
      await page.goto("/organisations");
      await button("list.view.title").click();
      await page.getByRole("menuitem", { name, exact: true }).click();
      await page.waitForURL(/columns=/);
      const sorted = (search) => [...new URLSearchParams(search).entries()].map(String).sort();
      assert.deepEqual(sorted(new URL(page.url()).search), sorted(kept));
      await page.getByRole("button", { name, exact: true }).waitFor();
    });
    await step("what is seen is downloaded with its columns", async () => {
      await button("list.download").click();
      const { name, bytes } = await downloaded(page, () => item("list.form.csv").click());
      assert.equal(name, "organisations.csv");
      const lines = bytes.toString("utf8").trim().split("\r\n");
      assert.equal(lines.length, 301, "the head and all that fit");
      assert.ok(lines[0].includes(words("people.entered")), lines[0]);
    });
    await step("many are put away at once and taken back", async () => {
      await page.goto(`/organisations?q=${encodeURIComponent(`목록시험 ${width} 00`)}`);
      await page.getByRole("link", { name: names(10)[9] }).waitFor();
      for (const at of [1, 2, 3]) await page.getByRole("checkbox", { name: words("list.bulk.one", { name: names(4)[at] }), exact: true }).check();
      await page.getByText(words("list.bulk.chosen", { number: 3 })).waitFor();
      await checkPage(page, "bulk");
      await page.getByRole("region", { name: words("list.bulk.title") }).getByRole("button", { name: words("people.delete"), exact: true }).click();
      await page.getByText(words("people.bulk.deleted", { number: 3 })).waitFor();
      await page.getByRole("link", { name: names(3)[2] }).waitFor({ state: "detached" });
      await button("list.undo").click();
      await page.getByText(words("people.bulk.restored", { number: 3 })).waitFor();
      await page.getByRole("link", { name: names(3)[2] }).waitFor();
    });
    assert.deepEqual(faults, [], "nothing went wrong in the page");
  });
}

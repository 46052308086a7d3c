// SPDX-License-Identifier: Apache-2.0
// The one search: opened by a key on any page, answered as one types, followed to a record by the keyboard, all results by kind with
// their address; in Korean on a wide screen and in English on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("search");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

for (const [language, width, scheme, name, initials, half] of [
  ["ko", 1440, "light", "누리검색", "ㄴㄹㄱㅅ", "누릭"],
  ["en", 360, "dark", "한빛탐사", "ㅎㅂㅌㅅ", "한빛타"],
]) {
  test(`search of everything in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `search-${language}`);
    const organisation = (number) => `${name} ${number}호`;
    const box = page.getByRole("dialog").getByRole("textbox", { name: words("search.box.label") });

    await step("some records to find", async () => {
      await page.goto("/organisations");
      await page.getByLabel(words("auth.email")).fill(server.planner.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
      await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
      await heading(page, words("people.organisation.title"));
      await page.evaluate(
        async ([names]) => {
          for (const name of names) {
            const answer = await fetch("/api/v1/organisations", {
              method: "POST",
              headers: { "Content-Type": "application/json" },
              body: JSON.stringify({
                names: [{ language: "ko", name, primary: true }],
                kind: "company",
                country: "KR",
                note: "수중 로봇을 만듭니다",
              }),
            });
            if (answer.status !== 201) throw new Error(await answer.text());
          }
        },
        [Array.from({ length: 25 }, (_, at) => organisation(at + 1))],
      );
    });
    await step("a key opens it, initial consonants find, the keyboard follows", async () => {
      await page.keyboard.press("/");
      await box.waitFor();
      await checkPage(page, "search, nothing typed");
      await box.pressSequentially(initials);
      const found = page.getByRole("dialog").locator("mark", { hasText: name });
      await found.first().waitFor();
      assert.equal(await found.count(), 4, "the best four of a kind");
      await checkPage(page, "search, answered");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/organisations\/[0-9a-f-]{36}$/);
    });
    await step("half a syllable is enough while typing", async () => {
      await page.keyboard.press("Control+k");
      await box.fill(half);
      await page.getByRole("dialog").getByText(name).first().waitFor();
      await box.fill(name);
      await page.getByRole("dialog").getByText(words("search.box.see_all", { q: name })).click();
      await heading(page, words("search.title"));
      assert.match(decodeURIComponent(page.url()), new RegExp(`/search\\?q=${name}`));
    });
    const results = page.getByRole("main").getByRole("listitem");
    await step("all results by kind, one kind in full", async () => {
      await page.getByRole("button", { name: new RegExp(words("search.kind.organisation")) }).click();
      await page.waitForURL(/kind=organisation/);
      await page.getByRole("button", { name: words("search.more"), exact: true }).click();
      await page.getByRole("button", { name: words("search.more"), exact: true }).waitFor({ state: "detached" });
      assert.ok((await results.count()) >= 25);
      await checkPage(page, "results of one kind");
      await page.reload();
      await page.getByRole("tab", { name: words("search.kind.organisation"), exact: false, selected: true }).waitFor();
    });
    await step("the text that answers is shown and marked", async () => {
      await page.getByRole("main").getByLabel(words("search.box.label"), { exact: true }).fill(`${name} 로봇`);
      await page.locator("main mark", { hasText: "로봇을" }).first().waitFor();
      await checkPage(page, "results");
    });
    await step("nothing fits: what to do", async () => {
      await page.goto("/search?q=zzzzzz");
      await page.getByText(words("search.empty.text")).waitFor();
      await checkPage(page, "nothing found");
      await page.goto("/search");
      await page.getByText(words("search.start.text")).waitFor();
      await checkPage(page, "nothing asked");
    });
    assert.deepEqual(faults, [], "nothing went wrong in the page");
  });
}

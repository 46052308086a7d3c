// SPDX-License-Identifier: Apache-2.0
// The secretariat brings in 200 members from a table, finds them by a word of another language, merges the two of them that are the
// same and undoes it; in Korean on a wide screen and in English on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, sentences, steps } from "./browser.mjs";
import { enter } from "./people.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("members-import");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

const kRows = 200;

/** Made up, as everything in the example. The last row is the first one, written otherwise. */
function table(mark) {
  const rows = [["회사명", "영문명", "구분", "국가", "홈페이지", "보유기술", "회사소개"]];
  const own = (number) => [`시험회원${mark} ${number}`, `Testmember${mark} ${number}`];
  for (let number = 1; number < kRows; ++number)
    rows.push([...own(number), "기업", "대한민국", `member${number}-${mark}.example`, "그리퍼", `지어낸 회사 ${number}입니다.`]);
  rows.push([`주식회사 시험회원${mark} 1`, "", "기업", "대한민국", `member1-${mark}.example`, "감속기", ""]);
  return rows.map((row) => row.join(",")).join("\r\n");
}

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`200 members from a table in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const look = { language, width, scheme };
    const { page, faults } = await enter(browser, server, words, server.as("cluster_manager"), "/network/members", look);
    const step = steps(t, page, `members-import-${language}`);
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const kept = `시험회원${width} 1`;
    const merged = `주식회사 시험회원${width} 1`;
    const count = async () => Number((await page.getByRole("status").filter({ hasText: /\d/ }).first().innerText()).replace(/\D/g, ""));

    await step("the table is dropped and checked", async () => {
      await page.getByRole("link", { name: words("imports.open"), exact: true }).click();
      await page.getByRole("heading", { level: 1, name: words("imports.title") }).waitFor();
      await page.locator("input[type=file]").setInputFiles({ name: `members-${width}.csv`, mimeType: "text/csv", buffer: Buffer.from(table(width)) });
      await page.getByRole("heading", { level: 1, name: `members-${width}.csv` }).waitFor();
      await checkPage(page, "mapping");
      await button("imports.mapping.check").click();
      await page.getByText(words("imports.reason.same_file")).first().waitFor();
      await checkPage(page, "review");
    });
    await step("the one that may be there twice is brought in too", async () => {
      const kept = page.waitForResponse((answer) => answer.request().method() !== "GET" && answer.url().includes("/imports/")).catch(() => null);
      await page.getByRole("radio", { name: words("imports.decision.add"), exact: true }).first().click();
      await kept; // the choice is on the server before all is confirmed
      await button("imports.review.confirm", { number: kRows }).click();
      await page.getByRole("heading", { name: words("imports.outcome.done", { number: kRows }) }).waitFor({ timeout: 60_000 });
      await checkPage(page, "done");
    });
    await step("all are found, by a word of a third language too", async () => {
      await page.goto(`/network/members?q=${encodeURIComponent(`Testmember${width}`)}`);
      await page.getByRole("link", { name: new RegExp(`시험회원${width}`) }).first().waitFor();
      assert.equal(await count(), kRows - 1, "the last one has no English name");
      await page.goto(`/network/members?q=${encodeURIComponent(`시험회원${width} préhenseur`)}`);
      await page.getByRole("link", { name: new RegExp(`시험회원${width}`) }).first().waitFor();
    });
    await step("the two that are the same are merged", async () => {
      await page.goto("/organisations/doubles");
      const card = page.getByRole("article").filter({ hasText: merged });
      await card.waitFor({ timeout: 60_000 });
      await card.getByRole("button", { name: words("people.doubles.compare"), exact: false }).first().click();
      await page.getByRole("dialog").waitFor();
      await checkPage(page, "merge dialog");
      await button("people.merge.submit").click();
      await page.getByText(new RegExp(`${kept}`)).first().waitFor();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await card.waitFor({ state: "detached" });
      await page.goto(`/network/members?q=${encodeURIComponent(merged)}`);
      await page.getByRole("link", { name: kept, exact: true }).waitFor();
      assert.equal(await page.getByRole("link", { name: merged, exact: true }).count(), 0, "found no more");
    });
    await step("and taken apart again", async () => {
      await page.goto("/organisations/doubles?view=merges");
      await page.getByRole("button", { name: new RegExp(merged) }).first().click();
      await page.getByText(words("people.merge.undone")).waitFor();
      await page.goto(`/network/members?q=${encodeURIComponent(merged)}`);
      await page.getByRole("link", { name: merged, exact: true }).waitFor();
    });
    assert.deepEqual(faults, [], "nothing went wrong in the page");
  });
}

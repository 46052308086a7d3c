// SPDX-License-Identifier: Apache-2.0
// The administrator makes a backup, brings it back for trial, reads what that said, and sees it in the health; without a mouse, in Korean
// and English, wide and on a telephone.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
import { enter } from "./people.mjs";
import { out, startServer } from "./server.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => browser?.close());

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`backups in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const server = await startServer(`backup-${language}`);
    t.after(async () => assert.equal(await server.stop(), 0, "the server stops cleanly"));
    const { page, faults } = await enter(browser, server, words, server.administrator, "/upkeep?tab=backups", { language, width, scheme });
    withoutMouse(page);
    const step = steps(t, page, `backup-${language}`);
    const look = (name) => page.screenshot({ path: path.join(out, `backup-${language}-${name}.png`), fullPage: true });
    const button = (key) => page.getByRole("button", { name: words(key), exact: true });

    await step("nothing is there yet", async () => {
      await page.getByText(words("upkeep.backup.none")).waitFor();
      await checkPage(page, "no backups");
      await look("none");
    });
    await step("a backup is made", async () => {
      await button("upkeep.backup.create").press("Enter");
      await page.getByText(words("upkeep.backup.made")).waitFor();
      await page.getByText(words("upkeep.backup.untried"), { exact: true }).waitFor();
      await checkPage(page, "a backup");
      await look("made");
    });
    await step("it is brought back for trial, and the result is said in words", async () => {
      const drill = page.getByRole("button", { name: new RegExp(`${words("upkeep.backup.drill_named", { name: "" }).trim()}`) }).first();
      await drill.press("Enter");
      await page.getByText(words("upkeep.backup.good"), { exact: true }).waitFor({ timeout: 120_000 });
      await checkPage(page, "tried");
      await look("tried");
    });
    await step("the health says so", async () => {
      await page.getByRole("tab", { name: words("upkeep.tab.health"), exact: true }).press("Enter");
      await page.getByText(words("upkeep.health.backup_tried.good", { days: 0 })).waitFor();
      await checkPage(page, "health");
      await look("health");
    });
    assert.deepEqual(faults, [], "the browser's console");
    await page.context().close();
  });
}

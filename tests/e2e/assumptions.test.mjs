// SPDX-License-Identifier: Apache-2.0
// Where a plan's numbers come from: the count of those without source leads to them; one is given its source, its range and, with a
// reason, another value; the history and the run tell.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
import { out, startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("assumptions");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

for (const [language, width, scheme, keyboard] of [
  ["ko", 1440, "light", true],
  ["en", 360, "dark", false],
]) {
  test(`assumptions in ${language} at ${width} px${keyboard ? ", without a mouse" : ""}`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `assumptions-${language}`);
    const picture = (name) => page.screenshot({ path: path.join(out, `assumptions-${name}-${language}-${width}.png`), fullPage: true });
    let before;

    await step("the plan says how many of its assumptions have no source", async () => {
      await page.goto("/energy/plans");
      await page.getByLabel(words("auth.email")).fill(server.planner.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
      await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
      await page.getByRole("link", { name: /· Daegu/ }).first().waitFor();
      if (keyboard) withoutMouse(page);
      await page.getByRole("link", { name: /· Daegu/ }).first().click();
      const count = page.locator('a[href*="/assumptions?show=without"]').first();
      before = Number((await count.innerText()).match(language === "ko" ? /가운데 (\d+)/ : /^(\d+)/)?.[1]);
      assert.ok(before > 5, "some have none");
      await checkPage(page, "plan");
      await count.click();
      await page.getByRole("heading", { level: 1, name: words("assumption.title"), exact: true }).waitFor();
      await page.getByText(words("assumption.without_source"), { exact: true }).first().waitFor();
      await checkPage(page, "without source");
      await picture("without");
    });
    const name = language === "ko" ? "정전 비용" : "value of lost load";
    await step("one is given another value with its source, range and reason", async () => {
      await page.getByPlaceholder(words("assumption.search")).fill(name);
      await page.getByRole("button", { name, exact: true }).first().click();
      await page.getByRole("dialog").getByRole("button", { name: words("assumption.edit"), exact: true }).click();
      const dialog = page.getByRole("dialog").last();
      const field = (key) => dialog.getByLabel(words(`assumption.field.${key}`), { exact: key !== "reason" });
      const save = dialog.getByRole("button", { name: words("assumption.save"), exact: true });
      await field("value").fill("4000");
      await save.click();
      await dialog.getByText(words("error.assumption.reason_needed"), { exact: true }).waitFor();
      await checkPage(page, "refused");
      await dialog.getByRole("combobox", { name: words("figures.field.source"), exact: true }).fill("Technology catalogue");
      await page.getByRole("option", { name: /Technology catalogue/ }).first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await field("low").fill("2000");
      await field("high").fill("8000");
      await field("reason").fill("체험: 새 연구");
      await picture("dialog");
      await save.click();
      await page.getByText(words("assumption.saved")).first().waitFor();
    });
    await step("the drawer shows value, source, range and history", async () => {
      const drawer = page.getByRole("dialog");
      await drawer.getByText(/Technology catalogue for energy storage/).first().waitFor();
      await drawer.getByText("체험: 새 연구").first().waitFor();
      await drawer.getByRole("heading", { name: words("audit.history") }).waitFor();
      await drawer.getByText("4,000", { exact: false }).first().waitFor();
      await checkPage(page, "drawer");
      await picture("drawer");
      await page.keyboard.press("Escape");
    });
    await step("there is one less without source, and the table can be filtered by it", async () => {
      await page.goto(`${page.url().split("?")[0]}?source=dea-storage`);
      await page.getByRole("button", { name, exact: true }).first().waitFor();
      const badge = page.getByText(language === "ko" ? /출처 없음 \d+개/ : /^\d+ of \d+ without source$/).first();
      const now = Number((await badge.innerText()).match(language === "ko" ? /출처 없음 (\d+)/ : /^(\d+)/)[1]);
      assert.equal(now, before - 1);
      await checkPage(page, "by source");
      await picture("source");
    });
    assert.deepEqual(faults.filter((fault) => !/status of 422/.test(fault)), [], "the browser's console");
  });
}

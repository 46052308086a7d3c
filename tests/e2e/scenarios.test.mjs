// SPDX-License-Identifier: Apache-2.0
// A tree of three scenarios, each with only what it changes; one of them computed; a sweep of ten values of the CO2 cap
// downwards with its progress, cancelled and gone on with; a tornado of the assumptions that have a range.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
import { out, startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("scenarios");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

for (const [language, width, scheme, keyboard] of [
  ["ko", 1440, "light", false],
  ["en", 360, "dark", false],
]) {
  test(`scenarios in ${language} at ${width} px${keyboard ? ", made without a mouse" : ""}`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `scenarios-${language}`);
    const picture = (name) => page.screenshot({ path: path.join(out, `scenarios-${name}-${language}-${width}.png`), fullPage: true });
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const own = (name) => `${name} ${language}`;
    let plan;

    const make = async (name, number, value, parent) => {
      if (parent) await button("scenario.child", { name: own(parent) }).click();
      else await button("scenario.create").first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: new RegExp(`^${words("scenario.name")}`) }).fill(own(name));
      await dialog.getByRole("button", { name: words("scenario.add_change"), exact: true }).click();
      await dialog.getByRole("combobox", { name: words("scenario.number", { number: 1 }), exact: true }).fill(number);
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await dialog.getByLabel(new RegExp(`^${words("scenario.value")}`)).fill(value);
      if (name === "A") {
        await checkPage(page, "dialog");
        await picture("dialog");
      }
      await dialog.getByRole("button", { name: words("scenario.save"), exact: true }).click();
      await page.getByRole("article", { name: own(name), exact: true }).waitFor();
    };

    await step("three scenarios inherit one from the other", async () => {
      await page.goto("/energy/plans");
      await page.getByLabel(words("auth.email")).fill(server.planner.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
      await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
      await page.getByRole("link", { name: /· Daegu/ }).first().click();
      await page.getByRole("tab", { name: words("plan.tab.scenarios"), exact: true }).click();
      plan = page.url().split("?")[0];
      await button("scenario.create").first().waitFor();
      if (keyboard) withoutMouse(page);
      const [rate, wind, cap] = language === "ko" ? ["할인율", "풍력(신규) · 최대", "연간 CO2 상한 · 값"] : ["discount rate", "Wind, new · maximum", "CO2 a year, at most · value"];
      await make("A", rate, "0.03");
      await make("B", wind, "600", "A");
      await make("C", cap, "3000000", "B");
      const last = page.getByRole("article", { name: own("C"), exact: true });
      await last.getByText(words("scenario.inherits", { parent: own("B") }), { exact: true }).waitFor();
      await last.getByText(/4,500,000 t → 3,000,000 t/).waitFor();
      assert.equal(await last.getByRole("listitem").count(), 1, "only what it changes");
      await checkPage(page, "tree");
      await picture("tree");
    });
    await step("one is computed", async () => {
      await page.getByRole("article", { name: own("C"), exact: true }).getByRole("button", { name: words("scenario.compute"), exact: true }).click();
      await page.getByRole("heading", { level: 2, name: /./ }).first().waitFor();
      await page.locator("[data-figure]").first().waitFor({ timeout: 120_000 });
      await page.locator('a[href*="/assumptions?show=without"]').first().waitFor();
      await checkPage(page, "run");
    });
    await step("a sweep of ten values shows its progress, is cancelled and goes on", async () => {
      await page.goto(`${plan}?tab=scenarios`);
      await button("sweep.create").first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("combobox", { name: words("sweep.number"), exact: true }).fill(language === "ko" ? "연간 CO2 상한 · 값" : "CO2 a year, at most · value");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await dialog.getByLabel(words("sweep.to"), { exact: true }).fill("1500000");
      await dialog.getByText(words("sweep.points", { count: 10, most: 400 }), { exact: true }).waitFor();
      await checkPage(page, "sweep dialog");
      await picture("sweep-dialog");
      await dialog.getByRole("button", { name: words("sweep.compute"), exact: true }).click();
      await page.getByRole("progressbar").waitFor();
      await button("jobs.cancel").click();
      await button("sweep.resume").waitFor({ timeout: 60_000 });
      await checkPage(page, "cancelled");
      await button("sweep.resume").click();
      await page.locator('[data-points="10"]').waitFor({ timeout: 180_000 });
      await page.getByRole("progressbar").waitFor({ state: "detached", timeout: 60_000 });
      await page.locator("[data-drawn]").first().waitFor();
      await page.getByRole("combobox", { name: words("sweep.choose_point"), exact: true }).click();
      await page.getByRole("option").nth(3).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator("[data-point]").waitFor();
      await checkPage(page, "sweep");
      await picture("sweep");
    });
    await step("a tornado takes the assumptions that have a range and names the others", async () => {
      await page.goto(`${plan}?tab=scenarios`);
      await button("sweep.create").first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText(words("sweep.kind.tornado"), { exact: true }).click();
      await dialog.getByRole("button", { name: words("sweep.compute"), exact: true }).click();
      await page.locator("[data-points]").waitFor({ timeout: 120_000 });
      await page.getByRole("progressbar").waitFor({ state: "detached", timeout: 240_000 });
      await page.locator("[data-drawn]").first().waitFor();
      await page.locator("summary").filter({ hasText: /\d+/ }).first().waitFor();
      await checkPage(page, "tornado");
      await picture("tornado");
    });
    assert.deepEqual(faults, []);
  });
}

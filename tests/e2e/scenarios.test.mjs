// SPDX-License-Identifier: Apache-2.0
// A tree of three scenarios, each with only what it changes; one of them computed; a sweep of the CO2 cap
// downwards with its progress, cancelled and gone on with; one of ten values drawn; a tornado of the assumptions that have a range.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
import { out, startServer } from "./server.mjs";

let server;
let year;
let browser;
before(async () => {
  server = await startServer("scenarios");
  year = await startServer("scenarios-year", { folder: "examples/daegu" });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  for (const one of [server, year]) if (one) assert.equal(await one.stop(), 0, "the server stops cleanly");
});

/** To the scenarios of the example's plan. */
async function openScenarios(page, words, { planner }) {
  await page.goto("/energy/plans");
  await page.getByLabel(words("auth.email")).fill(planner.email);
  await page.getByLabel(words("auth.password"), { exact: true }).fill(planner.password);
  await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
  await page.getByRole("link", { name: /· Daegu/ }).first().click();
  await page.getByRole("tab", { name: words("plan.tab.scenarios"), exact: true }).click();
}

/** The dialog of a sweep of the CO2 cap downwards, the page being that of the scenarios. */
async function sweepDialog(page, words, language, values) {
  await page.getByRole("button", { name: words("sweep.create"), exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: words("sweep.number"), exact: true }).fill(language === "ko" ? "연간 CO2 상한 · 값" : "CO2 a year, at most · value");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByLabel(words("sweep.to"), { exact: true }).fill("1500000");
  await dialog.getByLabel(words("sweep.steps"), { exact: true }).fill(String(values));
  await dialog.getByText(words("sweep.points", { count: values, most: 400 }), { exact: true }).waitFor();
  return dialog;
}

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
      await openScenarios(page, words, server);
      plan = page.url().split("?")[0];
      await button("scenario.create").first().waitFor();
      if (keyboard) withoutMouse(page);
      const [rate, wind, cap] = language === "ko" ? ["할인율", "풍력(신규) · 최대", "연간 CO2 상한 · 값"] : ["discount rate", "Wind, new · maximum", "CO2 a year, at most · value"];
      await make("A", rate, "0.03");
      await make("B", wind, "600", "A");
      await make("C", cap, "3000000", "B");
      const last = page.getByRole("article", { name: own("C"), exact: true });
      await last.getByText(words("scenario.inherits", { parent: own("B") }), { exact: true }).waitFor();
      await last.getByText(/4,933,500 t → 3,000,000 t/).waitFor();
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
    await step("a sweep of ten values is drawn, and each of its points can be looked at", async () => {
      await page.goto(`${plan}?tab=scenarios`);
      const dialog = await sweepDialog(page, words, language, 10);
      await checkPage(page, "sweep dialog");
      await picture("sweep-dialog");
      await dialog.getByRole("button", { name: words("sweep.compute"), exact: true }).click();
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
    await step("a sweep of two numbers is a map", async () => {
      await page.goto(`${plan}?tab=scenarios`);
      const dialog = await sweepDialog(page, words, language, 2);
      await dialog.getByRole("button", { name: words("sweep.add_second"), exact: true }).click();
      await dialog.getByRole("combobox", { name: words("sweep.number"), exact: true }).nth(1).fill(language === "ko" ? "할인율" : "discount rate");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await dialog.getByLabel(words("sweep.list")).nth(1).fill("0.03 0.05 0.07");
      await dialog.getByRole("button", { name: words("sweep.compute"), exact: true }).click();
      await page.locator('[data-points="6"]').waitFor({ timeout: 120_000 });
      const map = (figure) => page.getByRole("figure", { name: words("sweep.surface", { figure: words(`run.figure.${figure}`) }), exact: true });
      await map("total_cost").locator("[data-drawn]").waitFor();
      await page.getByRole("combobox", { name: words("sweep.surface_figure"), exact: true }).click();
      await page.getByRole("option", { name: words("run.figure.self_sufficiency"), exact: true }).click();
      await map("self_sufficiency").locator("[data-drawn]").waitFor();
      await map("self_sufficiency").locator("canvas").last().click({ position: { x: 150, y: 120 } });
      await page.locator("[data-point]").waitFor();
      await checkPage(page, "map");
      await picture("map");
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

  // Of a whole year, since a sweep of the week is done before a person has found the button.
  test(`a sweep of a year in ${language} at ${width} px shows its progress, is cancelled and goes on`, async () => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: year.base, language, width, scheme });
    const button = (key) => page.getByRole("button", { name: words(key), exact: true });
    const reached = () => page.getByRole("progressbar").getAttribute("aria-valuenow").then(Number);
    await openScenarios(page, words, year);
    const dialog = await sweepDialog(page, words, language, 100);
    await dialog.getByRole("button", { name: words("sweep.compute"), exact: true }).click();
    await page.getByRole("progressbar").waitFor();
    await button("jobs.cancel").click();
    await button("sweep.resume").waitFor();
    await checkPage(page, "cancelled");
    const before = await reached();
    assert.ok(before < 100, "cancelled before its end");
    await button("sweep.resume").click();
    await page.waitForFunction((before) => Number(document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow")) > before, before);
    await button("jobs.cancel").click();
    await button("sweep.resume").waitFor();
    assert.ok((await reached()) > before, "what was computed is kept");
    assert.deepEqual(faults, []);
  });
}

// SPDX-License-Identifier: Apache-2.0
// The energy centre's work: a measure is added and the gap to the target closes; what a tonne costs; the year's report; a programme; the
// centre's year; a forecast whose series are missing says so, and computes when they are there, and feeds an hourly plan. In Korean on a
// wide screen and in English on a telephone. Series and measures that the test enters are synthetic and named so.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, downloaded, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
let accounts;
before(async () => {
  server = await startServer("measures");
  ({ example: accounts } = await (await fetch(`${server.base}/api/v1/setup`)).json());
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

async function signIn(page, words, role, to) {
  const account = accounts.find((one) => one.role === role);
  await page.goto(to);
  await page.getByLabel(words("auth.email")).fill(account.email);
  await page.getByLabel(words("auth.password"), { exact: true }).fill(account.password);
  await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
}

/** What the gap page says of a year, in percent. */
const closedIn = async (page, year) => parseFloat((await page.locator(`[data-closed="${year}"]`).innerText()).replaceAll(",", ""));

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`the centre's work in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `measures-${language}`);
    const button = (key, params, within = page) => within.getByRole("button", { name: words(key, params), exact: true });
    const name = `시험 사업(합성) ${width}`;
    let closed = 0;

    await step("the list says which measures are made up, how each stands and why", async () => {
      await signIn(page, words, "planner", "/energy/measures");
      await heading(page, words("measure.title"));
      await page.getByText(words("people.fictitious"), { exact: true }).first().waitFor();
      await page.getByText(words("measure.status.late"), { exact: true }).first().waitFor();
      await checkPage(page, "measures");
    });
    await step("the gap before", async () => {
      await page.goto("/energy/gap");
      await heading(page, words("gap.title"));
      closed = await closedIn(page, 2030);
      assert.ok(closed > 0 && closed < 100, `${closed} %`);
      await page.getByText(words("centre.has_fictitious")).waitFor();
      await checkPage(page, "gap");
    });
    await step("a measure is added without a mouse; what is wrong is named at its field", async () => {
      await page.goto("/energy/measures");
      const add = button("measure.create").first();
      await add.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("measure.field.title"), { exact: false }).first().waitFor();
      await page.keyboard.type(name);
      await dialog.getByLabel(words("measure.field.responsible"), { exact: true }).fill("Test");
      await dialog.getByLabel(words("measure.fill.from"), { exact: true }).fill("2027");
      await dialog.getByLabel(words("measure.fill.to"), { exact: true }).fill("2030");
      await dialog.getByLabel(words("measure.fill.first"), { exact: true }).fill("100000");
      await dialog.getByLabel(words("measure.fill.last"), { exact: true }).fill("400000");
      await button("measure.fill.action", {}, dialog).focus();
      await page.keyboard.press("Enter");
      await checkPage(page, "measure dialog");
      await button("common.save", {}, dialog).click();
      // The method is missing: said at its field, by the server.
      await dialog.locator("[aria-invalid=true]").first().waitFor();
      await dialog.getByLabel(words("measure.field.method"), { exact: false }).first().fill("Synthetic, for a test");
      await button("common.save", {}, dialog).focus();
      await page.keyboard.press("Enter");
      await heading(page, name);
      await page.getByText(words("measure.reason.no_milestones")).waitFor();
      await page.getByText(words("centre.without_source")).first().waitFor();
      await checkPage(page, "measure");
    });
    await step("the gap closes by as much", async () => {
      await page.goto("/energy/gap");
      await heading(page, words("gap.title"));
      const now = await closedIn(page, 2030);
      // 400,000 t of the 45 % of 8.97 Mt that must be cut until 2030.
      assert.ok(Math.abs(now - closed - (100 * 0.4) / (0.45 * 8.97)) < 0.2, `${closed} → ${now} %`);
      await page.getByRole("button", { name: words("chart.as_table") }).or(page.getByText(words("chart.as_table"))).first().click();
      await page.getByRole("cell", { name: "2030", exact: true }).or(page.getByRole("rowheader", { name: "2030" })).first().waitFor();
    });
    await step("against the other baseline it is another gap", async () => {
      const before = await closedIn(page, 2030);
      await page.getByText(/9\.43/).first().click();
      await page.waitForURL(/baseline=/);
      await page.waitForFunction((old) => parseFloat(document.querySelector('[data-closed="2030"]')?.innerText ?? "") !== old, before);
      assert.ok((await closedIn(page, 2030)) < before);
    });
    await step("the abatement curve warns of overlaps and of negative costs", async () => {
      await page.goto("/energy/abatement-curve");
      await heading(page, words("curve.title"));
      await page.getByText(words("curve.overlap.title")).waitFor();
      await page.getByText(words("curve.negative.title")).waitFor();
      await checkPage(page, "curve");
    });
    await step("the year's report, as it would be printed", async () => {
      await page.goto("/energy/monitoring?year=2025");
      await heading(page, words("monitoring.title", { year: 2025 }));
      await page.getByText(words("monitoring.summary")).waitFor();
      await checkPage(page, "monitoring");
      await page.emulateMedia({ media: "print" });
      assert.equal(await button("monitoring.print").isVisible(), false);
      await page.emulateMedia({ media: "screen" });
    });
    await step("the list is a file; many are put away and brought back", async () => {
      await page.goto(`/energy/measures?q=${encodeURIComponent(name)}`);
      await page.getByRole("link", { name }).waitFor();
      await button("list.download").click();
      const { bytes } = await downloaded(page, () => page.getByRole("menuitem", { name: /CSV/ }).click());
      assert.match(bytes.toString("utf8"), new RegExp(name.replace(/[()]/g, "\\$&")));
      await page.getByLabel(words("list.bulk.one", { name })).check();
      await button("people.delete", {}, page.getByRole("region", { name: words("list.bulk.title") })).click();
      await page.getByText(words("centre.no_match")).waitFor();
      await button("list.undo").click();
      await page.getByRole("link", { name }).waitFor();
    });
    await step("programmes have results with sources", async () => {
      await page.goto("/energy/programmes");
      await heading(page, words("programme.title"));
      await page.getByRole("link", { name: /2015–2016/ }).first().click();
      await page.getByText(/29/).first().waitFor();
      await checkPage(page, "programme");
    });
    await step("the centre's year warns of what does not fit", async () => {
      await page.goto("/energy/centre-years");
      await heading(page, words("centre_year.title"));
      await checkPage(page, "years");
      await page.getByRole("link", { name: /2027/ }).first().click();
      await page.getByText(words("centre_year.warnings")).waitFor();
      await checkPage(page, "year");
    });
    await step("a forecast says which years are missing and where they are published", async () => {
      await page.goto("/energy/forecasts");
      await heading(page, words("forecast.title"));
      await checkPage(page, "forecasts");
      await page.getByRole("link", { name: "대구 전력 수요 전망" }).click();
      await page.getByText(words("forecast.missing.title")).first().waitFor();
      await page.getByText(/지역에너지통계연보/).first().waitFor();
      await page.getByText(words("error.forecast.too_few_years", { needed: 5, found: 2 })).first().waitFor();
      await checkPage(page, "forecast");
    });
    await step("what it says of 2030 becomes the load of a plan, with where it comes from", async () => {
      await button("forecast.in_plan.title").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("forecast.in_plan.plan"), { exact: true }).click();
      await page.getByRole("option").first().click();
      await dialog.getByLabel(words("forecast.in_plan.load"), { exact: true }).click();
      await page.getByRole("option").first().click();
      await checkPage(page, "use in plan");
      await button("forecast.in_plan.action", {}, dialog).click();
      await page.waitForURL(/\/energy\/plans\//);
      await page.getByRole("heading", { level: 1 }).filter({ hasText: "2030" }).waitFor();
    });
    await step("an assumption is changed with its reason, and the forecast follows", async () => {
      await page.goto("/energy/forecasts");
      await page.getByRole("link", { name: "대구 전력 수요 전망" }).click();
      const uses = page.locator('[data-method="end_uses"]').first();
      await uses.getByText(/2040/).first().waitFor();
      const before = await uses.innerText();
      await button("people.edit").click();
      const dialog = page.getByRole("dialog");
      const last = width === 1440 ? "970000" : "980000";
      await dialog.getByLabel(words("forecast.field.points"), { exact: true }).nth(1).fill(`2018: 941398; 2040: ${last}`);
      await dialog.getByLabel(words("forecast.field.reason"), { exact: true }).nth(1).fill("Synthetic, for a test");
      await checkPage(page, "forecast dialog");
      await button("common.save", {}, dialog).click();
      await page.waitForFunction((old) => document.querySelector('[data-method="end_uses"]')?.innerText !== old, before);
    });
    assert.deepEqual(
      faults.filter((fault) => !/status of (409|422)/.test(fault)),
      [],
    );
  });
}

// SPDX-License-Identifier: Apache-2.0
// From a key on a lever to the picture, in a real browser against a real server: the Daegu example's year. Run by bench/live.sh.
import { openBrowser, openPage, sentences } from "../tests/e2e/browser.mjs";
import { startServer } from "../tests/e2e/server.mjs";

const steps = Number(process.argv[2] ?? 12);
const words = sentences("en");
const server = await startServer("live");
const browser = await openBrowser();
const { page } = await openPage(browser, { base: server.base, language: "en", width: 1440, scheme: "light" });
page.setDefaultTimeout(60_000);
await page.goto("/energy/plans");
await page.getByLabel(words("auth.email")).fill(server.planner.email);
await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
await page.getByRole("article").first().getByRole("link").first().click();
await page.getByRole("tab", { name: words("plan.tab.explore"), exact: true }).click();
await page.locator("[data-live=settled]").waitFor();
await page.waitForTimeout(1000);

// Marks are taken in the page itself: the key, the first changed figure, the last finished chart.
await page.evaluate(() => {
  window.marks = {};
  addEventListener("keydown", () => { window.marks = { key: performance.now() }; }, true);
  new MutationObserver((changes) => {
    const now = performance.now();
    for (const change of changes) {
      if (change.attributeName === "data-drawn") window.marks.picture = now;
      else if (change.target.parentElement?.closest("[data-figure]")) window.marks.figures ??= now;
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["data-drawn"] });
});

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const worst = (values) => Math.max(...values);
const rows = [];
let answer;
page.on("response", async (response) => {
  if (!response.url().endsWith("/what_if")) return;
  const body = await response.json().catch(() => undefined);
  const timing = response.request().timing();
  if (body && body.status !== "superseded") answer = { seconds: body.seconds, request: timing.responseEnd, bytes: JSON.stringify(body).length };
});
// The cost lever is a technology's, which is chosen first.
await page.getByRole("combobox", { name: words("plan.explore.technology"), exact: true }).click();
await page.getByRole("option").first().click();
await page.locator("[data-live=settled]").waitFor();
for (const id of ["co2", "demand", "self_sufficiency", "cost"]) {
  const lever = page.getByRole("slider", { name: words(`plan.explore.lever.${id}`), exact: true });
  if ((await lever.count()) === 0) continue;
  await lever.focus();
  const of = [];
  for (let i = 0; i < steps; i++) {
    answer = undefined;
    await lever.press(i % 4 === 3 ? "ArrowLeft" : "ArrowRight");
    await page.waitForFunction(() => document.querySelector("[data-live=settled]") && window.marks.picture > window.marks.key);
    await page.waitForTimeout(300);
    const marks = await page.evaluate(() => window.marks);
    // A limit that does not bind changes no figure.
    if (answer) of.push({ ...answer, figures: (marks.figures ?? marks.picture) - marks.key, picture: marks.picture - marks.key });
  }
  rows.push(...of);
  const say = (key, factor = 1) => `${median(of.map((one) => one[key] * factor)).toFixed(0)} (${worst(of.map((one) => one[key] * factor)).toFixed(0)})`;
  console.log(`${id}: ${of.length} steps, ms median (worst): server ${say("seconds", 1000)}, request ${say("request")}, figures ${say("figures")}, picture ${say("picture")}`);
}
const all = rows.map(({ picture }) => picture);
console.log(`input to picture: median ${median(all).toFixed(0)} ms, worst ${worst(all).toFixed(0)} ms (goal 500), answers of ${median(rows.map(({ bytes }) => bytes))} bytes`);
await browser.close();
await server.stop();

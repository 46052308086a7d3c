// SPDX-License-Identifier: Apache-2.0
// A weather file becomes series of a plan: a bad one is refused by its line, a good one looked at, compared, applied with a reason,
// and undone. The files are synthetic.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { out, startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("weather");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

/// An invented year in EPW: cold in January, more light in summer.
function epw() {
  const lines = [
    "LOCATION,Synthetic,-,KOR,Invented,000000,35.87,128.60,9.0,50.0",
    "DESIGN CONDITIONS,0",
    "TYPICAL/EXTREME PERIODS,0",
    "GROUND TEMPERATURES,0",
    "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0",
    "COMMENTS 1,synthetic",
    "COMMENTS 2,",
    "DATA PERIODS,1,1,Data,Friday,1/1,12/31",
  ];
  for (let hour = 0; hour < 8760; ++hour) {
    const at = new Date(Date.UTC(2021, 0, 1, hour));
    const season = Math.cos(2 * Math.PI * (hour / 8760 - 20 / 365));
    const light = Math.max(0, (600 - 200 * season) * Math.sin((Math.PI * (at.getUTCHours() + 0.5 - 6)) / 12));
    lines.push(
      [
        ...[2021, at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours() + 1, 0, "*"],
        ...[(14 - 12 * season).toFixed(1), "5.0", 70, 101325, 0, 0, 300],
        ...[light.toFixed(0), light.toFixed(0), (light / 3).toFixed(0), 0, 0, 0, 0, 180, (4 + season).toFixed(1)],
      ].join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`a weather file in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `weather-${language}`);
    const picture = (name) => page.screenshot({ path: path.join(out, `weather-${name}-${language}-${width}.png`), fullPage: true });
    const good = epw();
    const dialog = page.getByRole("dialog");
    const give = (name, text) =>
      dialog.locator('input[type="file"]').first().setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    const card = (name) => page.getByRole("article", { name, exact: true });
    let old;

    await step("the plan's series have a door for weather files", async () => {
      await page.goto("/energy/plans");
      await page.getByLabel(words("auth.email")).fill(server.planner.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
      await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
      await page.getByRole("link", { name: /· Daegu/ }).first().click();
      await page.getByRole("tab", { name: words("plan.tab.series"), exact: true }).click();
      await card("pv").waitFor();
      old = await card("pv").innerText();
      await page.getByRole("button", { name: words("plan.weather.open"), exact: true }).click();
      await dialog.getByRole("button", { name: words("plan.weather.choose"), exact: true }).waitFor();
      await checkPage(page, "empty");
    });
    await step("a bad file is refused by its name and line", async () => {
      await give("bad.epw", good.replace("2021,1,1,2,0,*,", "2021,1,1,2,0,*,warm"));
      await dialog.getByText(/bad\.epw/).nth(1).waitFor();
      const said = await dialog.getByRole("listitem").first().innerText();
      assert.match(said, /bad\.epw.*10/s);
      assert.match(said, /warm/);
      await checkPage(page, "refused");
      await picture("refused");
    });
    await step("a good one is looked at", async () => {
      await give("synthetic.epw", good);
      await dialog.getByText(words("plan.weather.place", { city: "Synthetic", country: "KOR" }), { exact: true }).waitFor();
      await dialog.getByText(words("plan.weather.no_gaps"), { exact: true }).waitFor();
      assert.equal(await dialog.getByRole("row").count(), 14, "a heading, twelve months and the year");
      await checkPage(page, "looked at");
      await picture("preview");
    });
    const apply = dialog.getByRole("button", { name: words("plan.weather.apply"), exact: true });
    await step("series are chosen; a field that is out of range is named", async () => {
      assert.ok(await apply.isDisabled(), "nothing is chosen yet");
      for (const [name, use] of [["pv", "pv"], ["cop", "cop"], ["heat", "heat"]])
        await dialog.getByRole("checkbox", { name: words("plan.weather.make", { name, use: words(`plan.weather.use.${use}`) }), exact: true }).check();
      const field = (key) => dialog.getByLabel(words(`plan.weather.field.${key}`)).first();
      await field("annual_mwh").fill("888000");
      await field("tilt_deg").fill("120");
      await dialog.getByRole("button", { name: words("plan.weather.compare"), exact: true }).click();
      await dialog.locator('[aria-invalid="true"]').first().waitFor();
      assert.equal(await field("tilt_deg").getAttribute("aria-invalid"), "true");
      await field("tilt_deg").fill("15");
      await dialog.getByRole("button", { name: words("plan.weather.compare"), exact: true }).click();
      await dialog.getByText(words("plan.weather.measure.full_load_hours"), { exact: true }).waitFor();
      await dialog.getByLabel(words("plan.weather.reason")).scrollIntoViewIfNeeded();
      await checkPage(page, "compared");
      await picture("compared");
    });
    await step("they are replaced with a reason only", async () => {
      await apply.click();
      await dialog.getByText(words("error.weather.reason_needed"), { exact: true }).first().waitFor();
      await dialog.getByLabel(words("plan.weather.reason")).fill("체험: 합성 기상");
      await apply.click();
      await page.getByText(words("plan.weather.applied", { count: 3 }), { exact: true }).waitFor();
      await page.getByRole("region", { name: words("plan.weather.changes"), exact: true }).waitFor();
      await card("pv").getByText(/tilt 15°/).waitFor();
      await card("heat").getByText(/888000 MWh/).waitFor();
      await page.getByText("체험: 합성 기상", { exact: false }).first().waitFor();
      await checkPage(page, "applied");
      await picture("applied");
    });
    await step("and undone", async () => {
      await page.getByRole("button", { name: words("plan.weather.undo_named", { file: "synthetic.epw" }), exact: true }).click();
      await page.getByText(words("plan.weather.undone"), { exact: true }).first().waitFor();
      await card("pv").getByText(/tilt 15°/).waitFor({ state: "detached" });
      assert.equal(await card("pv").innerText(), old, "as it was");
      await page.reload();
      await card("pv").waitFor();
      assert.equal(await page.getByRole("button", { name: words("plan.weather.undo_named", { file: "synthetic.epw" }) }).count(), 0);
      await checkPage(page, "undone");
      await picture("undone");
    });
    await step("hours that a table lacks are named, and filled on request only", async () => {
      const name = `meter_${language}`;
      await page.getByRole("button", { name: words("plan.series.add"), exact: true }).click();
      const upload = page.getByRole("dialog", { name: words("plan.series.add"), exact: true });
      const lines = Array.from({ length: 168 }, (_, hour) => `${new Date(Date.UTC(2030, 2, 25, hour)).toISOString().slice(0, 16)},${hour}`);
      lines.splice(30, 2);
      await upload.locator('input[type="file"]').setInputFiles({ name: "meter.csv", mimeType: "text/csv", buffer: Buffer.from(`local_time,mw\n${lines.join("\n")}\n`) });
      await upload.getByLabel(words("plan.series.name"), { exact: true }).fill(name);
      const save = upload.getByRole("button", { name: words("plan.series.save"), exact: true });
      await save.click();
      await upload.getByText(/2030-03-26T06:00.*2030-03-26T07:00/).first().waitFor();
      const fill = upload.getByRole("checkbox", { name: words("plan.series.fill"), exact: true });
      await fill.scrollIntoViewIfNeeded();
      await checkPage(page, "gaps");
      await picture("gaps");
      assert.equal(await card(name).count(), 0, "nothing is written");
      await fill.check();
      await save.click();
      await card(name).getByText(/2 gaps filled \(2 by a straight line/).waitFor();
      await checkPage(page, "filled");
    });
    assert.deepEqual(faults.filter((fault) => !/status of 422/.test(fault)), [], "the browser's console");
  });
}

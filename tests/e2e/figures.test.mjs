// SPDX-License-Identifier: Apache-2.0
// The city as it is: a yearbook table imported with bad cells, mended, confirmed and undone; a point followed to its source; the
// balance with its gaps and its estimate; a change decomposed; and on every page no figure without unit, year and source.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { out, startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("figures");
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
  test(`the city as it is in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `figures-${language}`);
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const heading = (key, level = 1) => page.getByRole("heading", { level, name: words(key), exact: true });
    const picture = (name) => page.screenshot({ path: path.join(out, `figures-${name}-${language}-${width}.png`), fullPage: true });
    const drawn = () => page.locator("[data-drawn]").first().waitFor();
    const code = `yearbook-${width}`;
    const year = width === 360 ? 2022 : 2023;

    await step("the indicator shows both baselines, the targets and what they ask for", async () => {
      await page.goto("/energy/indicators");
      await page.getByLabel(words("auth.email")).fill(server.planner.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
      await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
      await heading("figures.title").waitFor();
      await page.getByText(words("figures.indicator.disagree"), { exact: true }).waitFor();
      await heading("figures.indicator.path", 2).waitFor();
      await drawn();
      await checkPage(page, "indicator");
      await picture("indicator");
    });
    await step("a figure leads to its row, its source and who entered it", async () => {
      await page.locator("[data-figure] a").first().click();
      await page.getByText(words("figures.field.entered"), { exact: true }).waitFor();
      await checkPage(page, "figure");
      await page.getByRole("button", { name: /./ }).and(page.locator("dd button")).first().click();
      await page.getByRole("dialog").getByText(words("figures.field.publisher"), { exact: true }).waitFor();
      await checkPage(page, "source");
      await picture("source");
    });
    await step("other regions stand beside it", async () => {
      await page.goto("/energy/indicators?indicator=electricity.self_sufficiency&compare=kr.daejeon,kr.sejong");
      await drawn();
      await page.getByText("99.44", { exact: false }).first().waitFor();
      await checkPage(page, "comparison");
      await picture("comparison");
    });
    await step("the balance of 2014 names what is not known and estimates only when asked", async () => {
      await page.goto("/energy/balance");
      await heading("figures.balance.gaps", 2).waitFor();
      assert.equal(await page.getByText(words("figures.balance.estimate_note")).count(), 0);
      await drawn();
      await checkPage(page, "balance");
      await picture("balance");
      await page.getByRole("switch", { name: words("figures.balance.estimate") }).press(" ");
      await page.getByText(words("figures.balance.estimate_note")).waitFor();
      await checkPage(page, "estimate");
      await picture("estimate");
    });
    await step("a source is entered", async () => {
      await page.goto("/energy/sources");
      await button("figures.source.create").first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("figures.field.document")).fill("지역에너지통계연보 (시험)");
      await dialog.getByLabel(words("figures.field.publisher")).fill("KEEI");
      await dialog.getByLabel(words("figures.field.code")).fill(code);
      await dialog.getByRole("button", { name: words("figures.save"), exact: true }).click();
      await page.getByText(words("figures.saved")).first().waitFor();
      await checkPage(page, "sources");
    });
    await step("a yearbook table with bad cells is mended, imported and undone", async () => {
      const table = [
        "지역,연도,부문,단위,출처,석탄,석유,도시가스,전력,열에너지,신재생,합계",
        `대구광역시,${year},산업,천toe,${code},1,2,3,4,5,6,21`,
        `대구,${year},수송,천toe,${code},0,900,50,5,0,10,965`,
        `대구광역시,${year},가정,천toe,${code},0,10,400,300,100,9,2000`,
      ].join("\r\n");
      await page.goto("/imports?resource=energy_yearbooks");
      await page.locator("input[type=file]").setInputFiles({ name: `yearbook-${width}.csv`, mimeType: "text/csv", buffer: Buffer.from(table) });
      await page.getByRole("heading", { level: 1, name: `yearbook-${width}.csv` }).waitFor();
      await button("imports.mapping.check").click();
      await page.getByText(words("imports.review.mend_first")).waitFor();
      await checkPage(page, "bad cells");
      await picture("mending");
      const row = (number) => page.getByRole("article", { name: words("imports.row", { number }), exact: true });
      await row(3).getByRole("textbox").fill("대구광역시");
      await row(3).getByRole("textbox").press("Enter");
      await row(3).getByText(words("imports.mended"), { exact: true }).waitFor();
      await row(4).getByRole("textbox").fill("819");
      await row(4).getByRole("textbox").press("Enter");
      await button("imports.review.confirm", { number: 3 }).click();
      await page.getByRole("heading", { name: words("imports.outcome.done", { number: 3 }) }).waitFor();
      const here = page.url();
      await page.goto(`/energy/balance?year=${year}`);
      await heading("figures.balance.title").waitFor();
      await page.getByRole("link", { name: "965", exact: true }).first().waitFor();
      await drawn();
      await checkPage(page, "imported balance");
      await picture("imported");
      await page.goto(here);
      await button("imports.outcome.undo").click();
      await page.getByRole("heading", { name: words("imports.outcome.undone", { number: 3 }) }).waitFor();
      await page.goto(`/energy/balance?year=${year}`);
      await page.getByText(words("figures.balance.empty"), { exact: true }).waitFor();
      await checkPage(page, "empty balance");
    });
    await step("a change is decomposed, and kept series say what they lack", async () => {
      await page.goto("/energy/decompose");
      await page
        .getByLabel(words("figures.decompose.table"))
        .fill("period,sector,fuel,activity,energy (TJ)\n2010,a,x,10,20\n2010,b,x,10,10\n2020,a,x,12,18\n2020,b,x,20,18\n");
      await button("figures.decompose.run").click();
      await drawn();
      await page.getByRole("rowheader", { name: words("figures.decompose.factor.structure"), exact: true }).waitFor();
      await checkPage(page, "decomposition");
      await picture("decomposition");
      await page.getByText(words("figures.decompose.from_figures"), { exact: true }).click();
      await button("figures.decompose.run").click();
      await page.getByText(words("figures.decompose.incomplete"), { exact: true }).waitFor();
      await checkPage(page, "missing series");
    });
    await step("no figure stands on any page without its unit, its year and its source", async () => {
      await page.goto("/energy/figures");
      await page.getByRole("table", { name: words("figures.list.title") }).waitFor();
      await checkPage(page, "figures");
      await picture("list");
      const vocabulary = await page.evaluate(async () => (await fetch("/api/v1/figure_vocabulary")).json());
      for (const { code: indicator } of vocabulary.indicators) {
        const series = await page.evaluate(async (of) => (await fetch(`/api/v1/indicators/${of}/series`)).json(), indicator);
        if (series.figures.length === 0) continue;
        const regions = [...new Set(series.figures.map(({ region }) => region))];
        await page.goto(`/energy/indicators?indicator=${indicator}&region=${regions[0]}&compare=${regions.slice(1, 4).join()}`);
        const rows = page.locator("[data-figure]");
        await rows.first().waitFor();
        const found = await rows.evaluateAll((list) => list.map((one) => [...one.cells].map((cell) => cell.innerText.trim())));
        for (const [period, value, , source] of found) {
          assert.match(value, /\d\s*\D+/, `${indicator}: ${value} has no unit`);
          assert.ok(/\d{4}/.test(period) || period === words("figures.undated"), `${indicator}: ${period} is no year`);
          assert.ok(source.length > 3, `${indicator}: no source`);
        }
        for (const line of await page.locator("[data-source-line]").allInnerTexts()) assert.ok(line.length > 5, `${indicator}: a chart without a source`);
      }
    });
    assert.deepEqual(faults, [], "nothing failed in the browser");
    await page.context().close();
  });
}

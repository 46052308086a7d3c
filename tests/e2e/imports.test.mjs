// SPDX-License-Identifier: Apache-2.0
// A table becomes records: uploaded with a bad country, a wrong number and a name that is there already; mended by what the page
// suggests and by hand, imported, undone; in Korean on a wide screen and in English on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("imports");
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
  test(`a table's way into the records in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `imports-${language}`);
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const table = [
      "회원사 현황(2026)",
      `기관명,국가,사업자번호,홈페이지,연번 ${width}`,
      `시험전자 ${width},대한민국,123-45-67890,sihum-${width}.example`,
      `시험기계 ${width},독일국,,`,
      `시험소재 ${width},독일,,`,
      `시험소재 ${width},독일,,`,
    ].join("\r\n");

    await step("the file is dropped and its headings are found below the title", async () => {
      await page.goto("/imports?resource=organisations");
      await page.getByLabel(words("auth.email")).fill(server.planner.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
      await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
      await page.getByRole("heading", { level: 1, name: words("imports.title") }).waitFor();
      await checkPage(page, "upload");
      await page.locator("input[type=file]").setInputFiles({ name: `members-${width}.csv`, mimeType: "text/csv", buffer: Buffer.from(table) });
      await page.getByRole("heading", { level: 1, name: `members-${width}.csv` }).waitFor();
      assert.equal(await page.getByLabel(words("imports.mapping.head_row")).inputValue(), "2");
      await checkPage(page, "mapping");
    });
    await step("a column that the file has not gets one value for all rows", async () => {
      const kind = words("people.field.kind");
      await page.getByText(words("imports.mapping.missing", { items: kind })).waitFor();
      assert.ok(await button("imports.mapping.check").isDisabled());
      await page.getByRole("combobox", { name: words("imports.mapping.source_of", { name: kind }), exact: true }).click();
      await page.getByRole("option", { name: words("imports.mapping.value"), exact: true }).click();
      await page.getByRole("combobox", { name: words("imports.mapping.value_of", { name: kind }), exact: true }).click();
      await page.getByRole("option", { name: words("people.kind.company"), exact: true }).click();
      await page.getByText(words("imports.mapping.text")).waitFor();
      await button("imports.mapping.check").click();
      await page.getByText(words("imports.review.mend_first")).waitFor();
      await checkPage(page, "review");
    });
    await step("bad cells are mended by the suggestion and by hand", async () => {
      const row = (number) => page.getByRole("article", { name: words("imports.row", { number }), exact: true });
      await row(3).getByText(words("error.organisation.registration_check")).waitFor();
      await row(3).getByRole("textbox").fill("123-45-67891");
      await row(3).getByRole("textbox").press("Enter");
      await row(3).getByText(words("imports.mended"), { exact: true }).waitFor();
      await row(4).getByRole("button", { name: words("imports.instead", { text: "DE" }), exact: true }).click();
      await row(4).getByRole("button", { name: words("imports.mend"), exact: true }).click();
      // The last one: its tab gives way to the rows that may be there already.
      await page.getByText(words("imports.review.nothing_yet")).waitFor();
      await row(6).getByText(words("imports.reason.same_file")).waitFor();
    });
    await step("the row that stands twice is skipped, the rest is imported", async () => {
      await page.getByRole("radio", { name: words("imports.decision.skip"), exact: true }).first().waitFor();
      await button("imports.review.confirm", { number: 4 }).click();
      await page.getByRole("heading", { name: words("imports.outcome.done", { number: 3 }) }).waitFor();
      await checkPage(page, "done");
      await page.getByRole("link", { name: words("imports.outcome.open") }).click();
      await page.getByLabel(words("common.search"), { exact: true }).fill(`시험기계 ${width}`);
      await page.getByRole("link", { name: `시험기계 ${width}` }).waitFor();
      await page.goBack();
    });
    await step("the whole import is undone", async () => {
      await button("imports.outcome.undo").click();
      await page.getByRole("heading", { name: words("imports.outcome.undone", { number: 3 }) }).waitFor();
      await page.goto(`/organisations?q=${width}`);
      await page.getByText(words("people.organisation.no_match")).waitFor();
    });
    assert.deepEqual(faults, [], "nothing went wrong in the page");
  });
}

// SPDX-License-Identifier: Apache-2.0
// A double of an organisation: pointed out while it is entered, compared, merged by the keyboard, undone; and a pair that is said to
// be two; in Korean on a wide screen and in English on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("doubles");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`a double merged and undone in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    withoutMouse(page);
    const step = steps(t, page, `doubles-${language}`);
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const first = `Borealis ${width} Pumps`;
    const second = `Borealis ${width} Pumps Co., Ltd.`;
    const names = { one: first, other: second };
    const merged = { merged: second, kept: first };
    /** Moves the focus to what is wanted by Tab alone. */
    const tabTo = async (wanted) => {
      for (let presses = 0; presses < 80; ++presses) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      assert.fail("the keyboard does not reach it");
    };
    const enter = async (name, web) => {
      await page.goto("/organisations");
      await button("people.organisation.create").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("people.names.name", { number: 1 }), { exact: true }).fill(name);
      if (web) await dialog.getByLabel(words("people.field.web"), { exact: true }).fill(web);
      return dialog;
    };

    await step("what is being entered may exist already", async () => {
      await page.goto("/organisations");
      await page.getByLabel(words("auth.email")).fill(server.planner.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
      await button("auth.sign_in").click();
      await heading(page, words("people.organisation.title"));
      await enter(first);
      await button("common.save").click();
      await heading(page, first);
      const dialog = await enter(second, `borealis-${width}.example`);
      await dialog.getByText(words("people.doubles.maybe")).waitFor();
      await dialog.getByRole("link", { name: first }).waitFor();
      await checkPage(page, "dialog with a double");
      await button("common.save").click();
      await heading(page, second);
      await page.getByText(words("people.doubles.maybe_own")).waitFor();
    });
    await step("the list says why", async () => {
      await page.goto("/organisations/doubles");
      await heading(page, words("people.doubles.title"));
      const card = page.getByRole("article").filter({ hasText: first });
      await card.getByText(words("people.doubles.part.name_same")).waitFor();
      await checkPage(page, "doubles");
    });
    await step("compared and merged by the keyboard alone", async () => {
      await tabTo(button("people.doubles.compare_named", names));
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByText(words("people.merge.moves_nothing")).waitFor();
      await checkPage(page, "merge dialog");
      assert.ok(await dialog.getByRole("radio", { name: words("people.merge.nothing") }).first().isVisible());
      await tabTo(button("people.merge.submit"));
      await page.keyboard.press("Enter");
      await page.getByText(words("people.merge.done", merged)).waitFor();
      await dialog.waitFor({ state: "detached" });
      await page.getByRole("article").filter({ hasText: first }).waitFor({ state: "detached" });
    });
    await step("the one that stays has the other's web site", async () => {
      await page.goto(`/organisations?q=${encodeURIComponent(`borealis ${width}`)}`);
      await page.getByRole("link", { name: first }).waitFor();
      assert.equal(await page.getByRole("row").count(), 2, "the head and one record");
      await page.getByRole("link", { name: first }).click();
      await page.getByRole("link", { name: `https://borealis-${width}.example` }).waitFor();
      await page.getByText(words("audit.action.merge_organisations")).waitFor();
    });
    await step("undone: both are there again", async () => {
      await page.goto("/organisations/doubles?view=merges");
      await button("people.merge.undo_named", merged).click();
      await page.getByText(words("people.merge.undone")).waitFor();
      await page.getByText(words("people.merge.undone_badge"), { exact: true }).first().waitFor();
      await checkPage(page, "merges");
      await page.goto(`/organisations?q=${encodeURIComponent(`borealis ${width}`)}`);
      await page.getByRole("link", { name: second }).waitFor();
      assert.equal(await page.getByRole("row").count(), 3, "the head and both");
    });
    await step("said to be different, and remembered", async () => {
      await page.goto("/organisations/doubles");
      await button("people.doubles.different_named", names).click();
      await page.getByText(words("people.doubles.told_apart", names)).waitFor();
      await button("people.doubles.different_named", names).waitFor({ state: "detached" });
      await page.goto("/organisations/doubles?view=apart");
      await button("people.doubles.forget_named", names).waitFor();
      await checkPage(page, "different");
    });
    assert.deepEqual(faults, [], "nothing went wrong in the page");
  });
}

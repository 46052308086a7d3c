// SPDX-License-Identifier: Apache-2.0
// The administrator looks after the installation: health in words, a setting changed and undone, the licences of the parts; by
// keyboard, in Korean and English, and on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("upkeep");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

function job(language, width, scheme) {
  const words = sentences(language);
  return async (t) => {
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    withoutMouse(page);
    const step = steps(t, page, `upkeep-${language}-${width}`);
    const name = words("upkeep.setting.contact_email.name");
    const openTab = async (tab) => {
      await page.getByRole("tab", { name: words(`upkeep.tab.${tab}`), exact: true }).press("Enter");
      await page.waitForURL((url) => url.searchParams.get("tab") === tab);
    };

    await step("reads how it fares", async () => {
      await page.goto("/upkeep");
      await page.getByLabel(words("auth.email")).fill(server.administrator.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.administrator.password);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: words("upkeep.title") }).waitFor();
      await page.getByText(words("upkeep.health.backup_none.warning")).waitFor();
      await page.getByText(words("upkeep.health.secrets.good")).waitFor();
      await checkPage(page, "health");
    });

    await step("is told what a setting does not take, changes it and takes it back", async () => {
      await openTab("settings");
      await page.getByRole("button", { name: words("upkeep.settings.edit_one", { name }), exact: true }).press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(name, { exact: true }).fill("nobody");
      await page.keyboard.press("Enter");
      await dialog.locator("[aria-invalid=true]").waitFor();
      await checkPage(page, "a setting refused");
      await dialog.getByLabel(name, { exact: true }).fill("help@dure.example");
      await page.keyboard.press("Enter");
      await page.getByText(words("upkeep.settings.saved", { name })).waitFor();
      assert.equal((await (await fetch(`${server.base}/api/v1/setup`)).json()).contact, "help@dure.example");
      await checkPage(page, "settings");
      await page.getByRole("button", { name: words("upkeep.settings.undo"), exact: true }).press("Enter");
      await page.getByText("help@dure.example").waitFor({ state: "detached" });
      assert.equal((await (await fetch(`${server.base}/api/v1/setup`)).json()).contact, undefined);
    });

    await step("finds the licence of a part", async () => {
      await openTab("licences");
      await page.getByLabel(words("upkeep.licences.search")).fill("libsodium");
      await page.getByText(words("upkeep.licences.count", { count: 1 })).waitFor();
      await page.getByText("libsodium-dev").waitFor();
      await checkPage(page, "licences");
    });
    assert.deepEqual(faults.filter((fault) => !/status of 422/.test(fault)), [], "the browser's console");
    await page.context().close();
  };
}

test("by keyboard in Korean, 1440 px, light", job("ko", 1440, "light"));
test("by keyboard in English, 360 px, dark", job("en", 360, "dark"));

// SPDX-License-Identifier: Apache-2.0
// The administrator's job: make an account, give a role for a period, appoint a deputy, end what was given, and read who can do
// what; in Korean and in English, and on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, downloaded, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("accounts");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

async function signIn(page, words, { email, password }, to) {
  await page.goto(to);
  await page.getByLabel(words("auth.email")).fill(email);
  await page.getByLabel(words("auth.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
  await page.waitForURL((url) => url.pathname === to);
}

const button = (page, name) => page.getByRole("button", { name, exact: true });
const section = (page, name) => page.getByRole("region", { name, exact: true });

/** "2026-12-01", so many days from now, as a date field takes it. */
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

function job(language, width, scheme) {
  const words = sentences(language);
  return async (t) => {
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `accounts-${language}-${width}`);
    const person = { name: `Lee ${language} ${width}`, email: `lee.${language}.${width}@dure.example`, password: "willow by the winter river" };

    await step("makes an account", async () => {
      await signIn(page, words, server.administrator, "/accounts");
      await page.getByRole("heading", { level: 1, name: words("accounts.title") }).waitFor();
      await checkPage(page, "accounts");
      await button(page, words("accounts.create")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("auth.email"), { exact: true }).fill(person.email);
      await dialog.getByLabel(words("auth.name"), { exact: true }).fill(person.name);
      await dialog.getByRole("checkbox", { name: words("accounts.roles.planner"), exact: true }).uncheck();
      await dialog.getByLabel(words("accounts.first_password"), { exact: true }).fill(person.password);
      await checkPage(page, "new account");
      await dialog.getByRole("button", { name: words("accounts.create"), exact: true }).click();
      await page.getByRole("link", { name: person.name, exact: true }).waitFor();
    });

    await step("finds the person again", async () => {
      await page.getByLabel(words("accounts.search"), { exact: true }).fill(person.email.slice(0, 10));
      await page.waitForURL(/q=lee/);
      await page.getByRole("link", { name: person.name, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: person.name }).waitFor();
      await page.getByText(words("accounts.held.none")).waitFor();
    });

    await step("gives a role for a period, which the person then has", async () => {
      await button(page, words("accounts.give.open")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("combobox", { name: words("accounts.give.role"), exact: true }).click();
      await page.getByRole("option", { name: words("accounts.roles.planner"), exact: true }).click();
      await dialog.getByLabel(words("accounts.give.until"), { exact: true }).fill(day(30));
      await checkPage(page, "give a role");
      await dialog.getByRole("button", { name: words("accounts.give.open"), exact: true }).click();
      await section(page, words("accounts.held.title")).getByText(words("accounts.period.current"), { exact: true }).waitFor();
      await checkPage(page, "account");
      const other = await openPage(browser, { base: server.base, language, width, scheme });
      await signIn(other.page, words, person, "/energy/plans");
      await other.page.getByRole("heading", { level: 1, name: words("plan.list.title") }).waitFor();
      await other.page.context().close();
    });

    await step("appoints a deputy, whose pages say for whom they act", async () => {
      await button(page, words("accounts.deputy.open")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("combobox", { name: words("accounts.deputy.who"), exact: true }).fill(server.planner.email);
      await page.getByRole("option", { name: new RegExp(server.planner.email) }).click();
      await checkPage(page, "appoint a deputy");
      await dialog.getByRole("button", { name: words("accounts.deputy.open"), exact: true }).click();
      await section(page, words("accounts.deputy.title")).getByText(words("accounts.period.current"), { exact: true }).waitFor();
      const other = await openPage(browser, { base: server.base, language, width, scheme });
      await signIn(other.page, words, server.planner, "/jobs");
      await other.page.getByText(person.name).waitFor();
      await other.page.context().close();
      await section(page, words("accounts.deputy.title")).getByRole("button").last().press("Enter");
      await page.getByRole("dialog").getByRole("button", { name: words("accounts.held.end"), exact: true }).click();
      await section(page, words("accounts.deputy.title")).getByText(words("accounts.period.past"), { exact: true }).waitFor();
    });

    await step("ends the role", async () => {
      await button(page, words("accounts.held.end_one", { role: words("accounts.roles.planner") })).press("Enter");
      await page.getByRole("dialog").getByRole("button", { name: words("accounts.held.end"), exact: true }).click();
      await section(page, words("accounts.held.title")).getByText(words("accounts.period.past"), { exact: true }).waitFor();
    });

    await step("reads who can do what", async () => {
      await page.goto("/rights");
      await page.getByRole("heading", { level: 1, name: words("rights.title") }).waitFor();
      await page.getByRole("heading", { name: words("rights.part.energy"), exact: true }).waitFor();
      await checkPage(page, "rights");
      await page.getByLabel(words("rights.search"), { exact: true }).fill(words("rights.operation.create_plan"));
      const csv = await downloaded(page, () => button(page, words("rights.export")).click());
      assert.equal(csv.bytes.toString("utf8").trim().split("\n").length, 2);
      assert.deepEqual(faults, [], "the browser's console");
    });
    await page.context().close();
  };
}

test("an administrator's job in Korean", job("ko", 1440, "light"));
test("an administrator's job in English, dark", job("en", 1440, "dark"));
test("an administrator's job on a telephone", job("ko", 360, "dark"));

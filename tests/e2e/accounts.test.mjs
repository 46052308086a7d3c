// SPDX-License-Identifier: Apache-2.0
// The administrator's job: make an account, give a role for a period, appoint a deputy, end what was given, and read who can do
// what; in Korean and in English, on a telephone, and all of it without a mouse.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { authenticatorCode, checkPage, downloaded, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
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

async function openWindow(...given) {
  const opened = await openPage(...given);
  withoutMouse(opened.page);
  return opened;
}

const button = (page, name) => page.getByRole("button", { name, exact: true });
const section = (page, name) => page.getByRole("region", { name, exact: true });

/** Switches the second factor on, and returns the secret that an authenticator would keep. */
async function switchOn(page, words, password) {
  await button(page, words("security.factor.open")).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(words("auth.current_password"), { exact: true }).fill(password);
  await dialog.getByRole("button", { name: words("security.factor.begin"), exact: true }).click();
  const secret = await page.getByTestId("secret").innerText();
  await page.getByRole("img", { name: words("security.factor.qr") }).waitFor();
  await checkPage(page, "second factor");
  await dialog.getByLabel(words("security.factor.code"), { exact: true }).fill(authenticatorCode(secret));
  await dialog.getByRole("button", { name: words("security.factor.confirm"), exact: true }).click();
  await page.getByTestId("recovery-codes").waitFor();
  assert.equal(await page.getByTestId("recovery-codes").getByRole("listitem").count(), 10);
  await checkPage(page, "recovery codes");
  await button(page, words("security.factor.codes_kept")).click();
  await section(page, words("security.factor.title")).getByText(words("security.factor.on"), { exact: true }).waitFor();
  return secret;
}

/** "2026-12-01", so many days from now, as a date field takes it. */
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

function job(language, width, scheme) {
  const words = sentences(language);
  return async (t) => {
    const { page, faults } = await openWindow(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `accounts-${language}-${width}`);
    const person = { name: `Lee ${language} ${width}`, email: `lee.${language}.${width}@dure.example`, password: "willow by the winter river" };

    await step("makes an account, by whose link the person chooses a password", async () => {
      await signIn(page, words, server.administrator, "/accounts");
      await page.getByRole("heading", { level: 1, name: words("accounts.title") }).waitFor();
      await checkPage(page, "accounts");
      await button(page, words("accounts.create")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("auth.email"), { exact: true }).fill(person.email);
      await dialog.getByLabel(words("auth.name"), { exact: true }).fill(person.name);
      await dialog.getByRole("checkbox", { name: words("accounts.roles.planner"), exact: true }).uncheck();
      await checkPage(page, "new account");
      await dialog.getByRole("button", { name: words("accounts.create"), exact: true }).click();
      const link = await page.getByTestId("once").inputValue();
      assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/link#[\w-]{43}$/);
      await checkPage(page, "link");
      await page.getByRole("dialog").getByRole("button", { name: words("common.close"), exact: true }).last().click();
      const other = await openWindow(browser, { base: server.base, language, width, scheme });
      await other.page.goto(link);
      await other.page.getByRole("heading", { name: words("auth.link.invitation", { name: person.name }) }).waitFor();
      await checkPage(other.page, "invitation");
      await other.page.getByLabel(words("auth.new_password"), { exact: true }).fill(person.password);
      await other.page.getByLabel(words("auth.password_repeat"), { exact: true }).fill(person.password);
      await button(other.page, words("auth.link.action")).click();
      await other.page.getByText(words("auth.link.done")).waitFor();
      await other.page.goto("/");
      await other.page.goto(link);
      await other.page.getByText(words("error.link.unusable")).waitFor();
      await other.page.context().close();
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
      const other = await openWindow(browser, { base: server.base, language, width, scheme });
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
      const other = await openWindow(browser, { base: server.base, language, width, scheme });
      await signIn(other.page, words, server.planner, "/jobs");
      await other.page.getByText(person.name).waitFor();
      await other.page.context().close();
      await section(page, words("accounts.deputy.title")).getByRole("button").last().press("Enter");
      await page.getByRole("dialog").getByRole("button", { name: words("accounts.held.end"), exact: true }).click();
      await section(page, words("accounts.deputy.title")).getByText(words("accounts.period.past"), { exact: true }).waitFor();
    });

    await step("sees the second factor that the person switches on, and a token that the person makes", async () => {
      const other = await openWindow(browser, { base: server.base, language, width, scheme });
      await signIn(other.page, words, person, "/security");
      const secret = await switchOn(other.page, words, person.password);
      await button(other.page, words("security.tokens.open")).click();
      await other.page.getByRole("dialog").getByLabel(words("security.tokens.name"), { exact: true }).fill("nightly");
      await checkPage(other.page, "new token");
      await other.page.getByRole("dialog").getByRole("button", { name: words("security.tokens.open"), exact: true }).click();
      const token = await other.page.getByTestId("once").inputValue();
      const answer = await fetch(`${server.base}/api/v1/energy/plans`, { headers: { authorization: `Bearer ${token}` } });
      assert.equal(answer.status, 200);
      await other.page.getByRole("dialog").getByRole("button", { name: words("common.close"), exact: true }).click();
      await checkPage(other.page, "security");
      await other.page.context().close();

      const again = await openWindow(browser, { base: server.base, language, width, scheme });
      await again.page.goto("/jobs");
      await again.page.getByLabel(words("auth.email")).fill(person.email);
      await again.page.getByLabel(words("auth.password"), { exact: true }).fill(person.password);
      await button(again.page, words("auth.sign_in")).click();
      await again.page.getByLabel(words("auth.code"), { exact: true }).fill("000000");
      await checkPage(again.page, "code");
      await button(again.page, words("auth.sign_in")).click();
      await again.page.getByText(words("error.auth.wrong_code")).waitFor();
      await again.page.getByLabel(words("auth.code"), { exact: true }).fill(authenticatorCode(secret, 1));
      await button(again.page, words("auth.sign_in")).click();
      await again.page.waitForURL((url) => url.pathname === "/jobs");
      await again.page.context().close();

      await page.reload();
      await page.getByText(words("accounts.second_factor_on"), { exact: true }).waitFor();
      await section(page, words("security.tokens.title")).getByText("nightly").waitFor();
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
      await page.getByLabel(words("rights.search"), { exact: true }).fill(words("rights.operation.create_account"));
      const csv = await downloaded(page, () => button(page, words("rights.export")).click());
      assert.equal(csv.bytes.toString("utf8").trim().split("\n").length, 2);
      assert.deepEqual(faults, [], "the browser's console");
    });
    await page.context().close();
  };
}

const firstSetUp = (language, width, scheme) => async (t) => {
  const words = sentences(language);
  const empty = await startServer(`setup-${language}`, { example: false });
  const { page, faults } = await openWindow(browser, { base: empty.base, language, width, scheme });
  const step = steps(t, page, `setup-${language}`);
  const password = "willow by the winter river";
  await step("takes the address of the console", async () => {
    await page.goto("/");
    await page.getByRole("heading", { name: words("auth.setup.title") }).waitFor();
    assert.equal(await page.getByLabel(words("auth.setup.token"), { exact: true }).inputValue(), "");
    await page.goto(empty.setup());
    await page.reload();
    await checkPage(page, "set-up");
    await page.getByLabel(words("auth.name"), { exact: true }).fill("김하나");
    await page.getByLabel(words("auth.email"), { exact: true }).fill("kim@dure.example");
    await page.getByLabel(words("auth.password"), { exact: true }).fill(password);
    await page.getByLabel(words("auth.repeat_password"), { exact: true }).fill(password);
    await button(page, words("auth.setup.action")).click();
    await page.waitForURL((url) => url.pathname === "/security");
  });
  await step("makes an administrator once the second factor is on", async () => {
    await page.getByText(words("app.second_factor_needed")).waitFor();
    await checkPage(page, "second factor needed");
    await switchOn(page, words, password);
    await page.getByText(words("app.second_factor_needed")).waitFor({ state: "detached" });
    await page.goto("/accounts");
    await page.getByRole("link", { name: "김하나", exact: true }).waitFor();
    assert.deepEqual(faults.filter((fault) => !/status of 422/.test(fault)), [], "the browser's console");
  });
  await page.context().close();
  assert.equal(await empty.stop(), 0, "the server stops cleanly");
};

test("the first set-up of an empty server in Korean", firstSetUp("ko", 1440, "light"));
test("the first set-up of an empty server in English", firstSetUp("en", 360, "dark"));
test("an administrator's job in Korean", job("ko", 1440, "light"));
test("an administrator's job in English, dark", job("en", 1440, "dark"));
test("an administrator's job on a telephone", job("ko", 360, "dark"));

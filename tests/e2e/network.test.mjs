// SPDX-License-Identifier: Apache-2.0
// The network's members: a company fills its profile in Korean, the people of a French cluster find it in English and in French,
// everyone sees what was consented to and no more, the secretariat looks after what is due.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("network");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const kName = "두레시험정밀";
const kSecretWord = "hiddencontact";
const kSecret = `${kSecretWord}@dure.example`;

async function signIn(page, words, account, to) {
  await page.goto(to);
  await page.getByLabel(words("auth.email")).fill(account.email);
  await page.getByLabel(words("auth.password"), { exact: true }).fill(account.password);
  await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
}

let memberPath = "";

test("a company fills its profile in Korean at 1440 px", async (t) => {
  const words = sentences("ko");
  const { page, faults } = await openPage(browser, { base: server.base, language: "ko", width: 1440, scheme: "light" });
  const step = steps(t, page, "network-company");
  const field = (key, params) => page.getByLabel(words(key, params), { exact: true });
  const choose = async (label, option) => {
    await page.getByRole("combobox", { name: label, exact: true }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  await step("it comes to its own profile from the directory", async () => {
    await signIn(page, words, server.as("company"), "/network/members");
    await heading(page, words("network.members.title"));
    await page.getByText(words("people.fictitious"), { exact: true }).first().waitFor();
    await checkPage(page, "directory");
    await page.getByRole("alert").or(page.locator(".mantine-Alert-root")).getByRole("link").first().click();
    await page.getByRole("link", { name: words("network.profile.edit") }).click();
  });
  await step("writes who it is, what it does and who may see it", async () => {
    await field("people.names.name", { number: 1 }).fill(kName);
    await field("network.field.email").fill(kSecret);
    const summary = page.getByLabel(words("network.field.summary", { number: 1 }), { exact: true });
    if ((await summary.count()) === 0) await page.getByRole("button", { name: words("network.field.add_summary") }).click();
    await summary.fill("협동로봇용 그리퍼를 개발하고 해외 협력 기업을 찾습니다.");
    const technologies = page.getByRole("combobox", { name: words("network.profile.technologies"), exact: true });
    const chosen = page.getByRole("button", { name: words("network.members.without", { value: "그리퍼" }), exact: true });
    if ((await chosen.count()) === 0) {
      await technologies.fill("그리퍼");
      await page.getByRole("option", { name: /robotics\.gripper$/ }).click();
    }
    await chosen.waitFor();
    for (const group of ["listing", "business", "certificates"])
      await choose(words(`network.consent.group.${group}`), words("network.consent.shown_to.everyone"));
    await choose(words("network.consent.group.contact"), words("network.consent.shown_to.nobody"));
    await field("network.consent.given_by").fill("");
    await field("network.consent.given_on").fill("2026-01-02");
    await field("network.consent.valid_until").fill("2999-12-31");
    await checkPage(page, "form");
    await page.getByRole("button", { name: words("network.profile.save"), exact: true }).click();
    await page.getByText(words("error.member.consent_without_giver")).first().waitFor();
    await field("network.consent.given_by").fill("김두레");
    await page.getByRole("button", { name: words("network.profile.save"), exact: true }).click();
    await heading(page, kName);
    await page.getByText(words("network.profile.shown_to.everyone")).waitFor();
    await checkPage(page, "profile");
    memberPath = new URL(page.url()).pathname;
  });
  assert.deepEqual(faults.filter((fault) => !/status of 422/.test(fault)), [], "nothing else went wrong in the page");
});

test("a French cluster's people find it in English and in French at 360 px", async (t) => {
  const words = sentences("en");
  const { page, faults } = await openPage(browser, { base: server.base, language: "en", width: 360, scheme: "dark" });
  const step = steps(t, page, "network-cluster");
  await step("by words of other languages than it wrote", async () => {
    await signIn(page, words, server.as("partner_cluster"), "/network/members?country=KR");
    await heading(page, words("network.members.title"));
    for (const text of ["gripper", "préhenseur"]) {
      await page.getByLabel(words("network.members.search"), { exact: true }).fill(text);
      await page.keyboard.press("Enter");
      await page.waitForURL(new RegExp(`q=${encodeURIComponent(text)}`));
      const link = page.getByRole("link", { name: kName });
      for (let more = 0; more < 5 && (await link.count()) === 0; ++more) {
        await page.waitForTimeout(400);
        const next = page.getByRole("button", { name: words("common.more"), exact: true });
        if (await next.isVisible()) await next.click();
      }
      await link.waitFor();
      assert.ok((await page.locator("mark", { hasText: "그리퍼" }).count()) > 0, "what answers is marked");
    }
    await checkPage(page, "hits");
  });
  await step("and reads what the network may see", async () => {
    await page.getByRole("link", { name: kName }).click();
    await heading(page, kName);
    assert.equal(await page.getByText(kSecret).count(), 0);
    assert.equal(await page.getByRole("link", { name: words("network.profile.edit") }).count(), 0, "not theirs to change");
    await checkPage(page, "profile of another");
  });
  assert.deepEqual(faults, [], "nothing went wrong in the page");
});

for (const [language, width, scheme] of [
  ["ko", 360, "light"],
  ["en", 1440, "dark"],
]) {
  test(`everyone sees what was consented to, in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `network-public-${language}`);
    await step("without signing in", async () => {
      await page.goto(`/members${memberPath.slice("/network/members".length)}`);
      await heading(page, kName);
      assert.equal(await page.getByText(kSecret).count(), 0);
      await checkPage(page, "public profile");
      await page.goto(`/members?q=${kSecretWord}`);
      await page.getByText(words("network.members.nothing")).waitFor();
      await checkPage(page, "nothing found");
    });
    await step("suggestions while typing, cards and map", async () => {
      await page.goto("/members");
      await page.getByLabel(words("network.members.search"), { exact: true }).fill("두레시");
      await page.getByRole("option", { name: new RegExp(kName) }).waitFor();
      await page.keyboard.press("Escape");
      await page.goto("/members?view=cards&country=FR");
      await page.getByText(words("people.fictitious"), { exact: true }).first().waitFor();
      await checkPage(page, "cards");
      await page.goto("/members?view=map");
      await page.getByText("Natural Earth").waitFor();
      await checkPage(page, "map");
    });
    assert.deepEqual(faults.filter((fault) => !/status of 404/.test(fault)), [], "nothing went wrong in the page");
  });
}

test("the secretariat looks after what is due", async (t) => {
  const words = sentences("ko");
  const { page, faults } = await openPage(browser, { base: server.base, language: "ko", width: 1440, scheme: "dark" });
  const step = steps(t, page, "network-due");
  await step("the most pressing first", async () => {
    await signIn(page, words, server.as("cluster_manager"), "/network/due");
    await heading(page, words("network.due.title"));
    await page.getByRole("row").nth(1).waitFor();
    await checkPage(page, "work list");
    await page.getByRole("tab", { name: new RegExp(words("network.due.certificate_ending")) }).click();
    await page.getByRole("columnheader", { name: words("network.due.day") }).waitFor();
    await page.getByRole("row").nth(1).getByRole("link").click();
    await page.getByRole("button", { name: words("people.delete"), exact: true }).click();
    await page.getByRole("button", { name: words("people.undo"), exact: true }).click();
    await heading(page, words("network.members.title"));
  });
  assert.deepEqual(faults, [], "nothing went wrong in the page");
});

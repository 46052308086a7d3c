// SPDX-License-Identifier: Apache-2.0
// The network's clusters: found on a map and in a list, registered, judged by the rule, printed for a partner; growth with its
// sources; a meeting from its agenda to published minutes; a term mended and reviewed, a file imported and undone; a partner
// cluster that sees its own and nothing else. In Korean on a wide screen and in English on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, downloaded, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
let accounts;
before(async () => {
  server = await startServer("clusters");
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

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`the network's secretariat in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `clusters-${language}`);
    const button = (key, params, within = page) => within.getByRole("button", { name: words(key, params), exact: true });
    const name = `두레시험클러스터 ${width}`;

    await step("the register says which clusters are made up, and filters by the map", async () => {
      await signIn(page, words, "cluster_manager", "/network/clusters");
      await heading(page, words("network.clusters.title"));
      await page.getByText(words("people.fictitious"), { exact: true }).first().waitFor();
      await checkPage(page, "clusters");
      await page.getByText(words("network.clusters.as_map"), { exact: true }).click();
      const denmark = page.getByRole("button", { name: language === "ko" ? /덴마크/ : /Denmark/ });
      await denmark.click();
      await page.waitForURL(/country=DK/);
      await page.getByRole("link", { name: "Odense Robotics" }).waitFor();
      await checkPage(page, "map");
    });
    await step("the list is a file", async () => {
      await button("network.download").click();
      const { name: file, bytes } = await downloaded(page, () => page.getByRole("menuitem", { name: "CSV" }).click());
      assert.equal(file, "clusters.csv");
      assert.match(bytes.toString("utf8"), /Odense Robotics/);
      assert.doesNotMatch(bytes.toString("utf8"), /MassRobotics/);
    });
    await step("a cluster is registered; a wrong period is named at its field", async () => {
      await page.goto("/network/clusters");
      await button("network.clusters.create").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("people.names.name", { number: 1 }), { exact: true }).fill(name);
      await button("network.list.periods.add", {}, dialog).click();
      await dialog.getByLabel(words("network.list.periods.joined"), { exact: true }).fill("2024-13");
      await button("network.list.figures.add", {}, dialog).click();
      await dialog.getByLabel(words("network.list.figures.on"), { exact: true }).fill("2026-01-01");
      await dialog.getByLabel(words("network.list.figures.members"), { exact: true }).fill("12");
      await checkPage(page, "cluster dialog");
      await button("common.save", {}, dialog).click();
      await dialog.getByText("2018-11-15").first().waitFor();
      await dialog.getByLabel(words("network.list.periods.joined"), { exact: true }).fill("2024");
      await button("common.save", {}, dialog).click();
      await heading(page, name);
    });
    await step("its page says by the rule what is met and what is not known", async () => {
      await page.getByText(words("network.validation.members.not_met", { found: 12, needed: 15 })).waitFor();
      await page.getByText(words("network.validation.fte.unknown", { needed: 0.5 })).waitFor();
      await page.getByText(words("network.field.period_open", { joined: "2024" })).waitFor();
      await checkPage(page, "cluster");
    });
    await step("a member is found among the organisations and put in", async () => {
      await page.getByRole("tab", { name: words("network.clusters.members_other", { count: 0 }) }).click();
      await button("network.membership.add").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("network.membership.organisation")).first().fill("가람전지");
      await page.getByRole("option", { name: /가람전지/ }).click();
      await dialog.getByLabel(words("network.membership.from"), { exact: true }).fill("2025-01-01");
      await checkPage(page, "member dialog");
      await button("common.save", {}, dialog).click();
      await page.getByRole("link", { name: /가람전지/ }).waitFor();
      await checkPage(page, "members");
    });
    await step("put away and taken back by the notice", async () => {
      await button("people.delete").click();
      await heading(page, words("network.clusters.title"));
      await button("people.undo").click();
      await page.getByLabel(words("common.search"), { exact: true }).fill(name);
      await page.getByRole("link", { name }).waitFor();
    });
    await step("the rule is there to read, with its history", async () => {
      await button("network.rule.title").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("network.rule.min_members"), { exact: true }).waitFor();
      await checkPage(page, "rule");
      await page.keyboard.press("Escape");
    });
    await step("growth stands with its sources, and says what is not known", async () => {
      await page.goto("/network/growth");
      await heading(page, words("network.growth.title"));
      await page.getByRole("img", { name: words("network.growth.over_time") }).waitFor();
      await page.getByText(words("network.growth.unnamed_text", { time: "2024-10", all: 28 })).waitFor();
      await page.getByRole("link", { name: "etnews 2024-10-29" }).first().waitFor();
      await checkPage(page, "growth");
      await button("network.growth.add").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("network.growth.field.time"), { exact: true }).fill("2026-11");
      await dialog.getByLabel(words("network.growth.field.source"), { exact: true }).fill(`Report ${width}`);
      await button("common.save", {}, dialog).click();
      await dialog.getByText(words("error.growth.no_count")).waitFor();
      await checkPage(page, "figure dialog");
      await page.keyboard.press("Escape");
    });
    await step("a meeting goes from its agenda to published minutes", async () => {
      await page.goto("/network/meetings");
      await heading(page, words("network.meetings.title"));
      await checkPage(page, "meetings");
      await button("network.meetings.create").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("network.meetings.body")).first().click();
      await page.getByRole("option").first().click();
      await dialog.getByLabel(words("network.meetings.title_field"), { exact: true }).fill(`회의 ${width}`);
      await dialog.getByLabel(words("network.meetings.minutes"), { exact: true }).fill("논의하였다.");
      await button("network.meetings.decision_add", {}, dialog).click();
      await dialog.getByRole("textbox", { name: words("network.meetings.decision"), exact: true }).fill("승인한다.");
      await checkPage(page, "meeting dialog");
      await button("common.save", {}, dialog).click();
      await heading(page, `회의 ${width}`);
      await button("network.meetings.publish").click();
      await button("network.meetings.withdraw").waitFor();
      assert.equal(await button("people.edit").count(), 0, "what is published is not changed");
      await checkPage(page, "minutes");
      await page.emulateMedia({ media: "print" });
      assert.equal(await button("network.print").isVisible(), false, "buttons are not printed");
      await page.emulateMedia({ media: "screen" });
    });
    await step("a term is found in another language, reviewed and given a synonym", async () => {
      await page.goto("/network/taxonomy");
      await heading(page, words("network.taxonomy.title"));
      await page.getByLabel(words("common.search"), { exact: true }).fill("batterie");
      await page.waitForURL(/q=batterie/);
      await checkPage(page, "taxonomy");
      await page.getByRole("button", { name: "energy.battery", exact: true }).click();
      const dialog = page.getByRole("dialog");
      const mark = button("network.taxonomy.mark_named", { term: "배터리" }, dialog);
      const unmark = button("network.taxonomy.unmark_named", { term: "배터리" }, dialog);
      await mark.or(unmark).waitFor();
      if (await mark.isVisible()) await mark.click();
      await unmark.waitFor();
      await button("network.taxonomy.term_add", {}, dialog).click();
      await dialog.getByLabel(words("network.taxonomy.term"), { exact: true }).last().fill(`시험전지${width}`);
      await dialog.getByLabel(words("network.taxonomy.origin"), { exact: true }).last().fill("browser test");
      await button("common.save", {}, dialog).click();
      await dialog.getByText(`시험전지${width}`).first().waitFor();
      await checkPage(page, "concept");
    });
    await step("a file with a bad line is refused by its line; a good one is previewed, imported and undone", async () => {
      await page.goto("/network/taxonomy");
      await button("network.taxonomy.import").click();
      const dialog = page.getByRole("dialog");
      const head = "concept\tlanguage\tterm\torigin\treview\n";
      const choose = async (text) => {
        const [chooser] = await Promise.all([page.waitForEvent("filechooser"), dialog.getByText("terms.tsv", { exact: true }).click()]);
        await chooser.setFiles({ name: "mine.tsv", mimeType: "text/tab-separated-values", buffer: Buffer.from(text) });
      };
      await choose(`${head}robotics.test_${width}\txx\tarm\ttest\tunreviewed\n`);
      await button("network.taxonomy.preview", {}, dialog).click();
      await dialog.getByText("mine.tsv:2").waitFor();
      await checkPage(page, "import refused");
      await button("people.clear_one", {}, dialog).click();
      await choose(`${head}robotics.test_${width}\ten\ttest arm ${width}\ttest\tunreviewed\n`);
      await button("network.taxonomy.preview", {}, dialog).click();
      await dialog.getByText(words("network.taxonomy.preview_concepts", { added: 1, changed: 0, removed: 0, unchanged: 0 })).waitFor();
      await button("network.taxonomy.import_now", {}, dialog).click();
      await button("people.undo").click();
      await page.getByText(words("network.taxonomy.import_undone")).waitFor();
      await page.getByLabel(words("common.search"), { exact: true }).fill(`test arm ${width}`);
      await page.getByText(words("network.taxonomy.no_match")).waitFor();
    });
    await step("languages and HS codes are tables with their sources", async () => {
      await page.goto("/network/taxonomy?tab=languages");
      await page.getByText(words("network.taxonomy.counts.all_nine")).waitFor();
      await checkPage(page, "languages");
      await page.goto("/network/taxonomy?tab=hs");
      await page.getByRole("cell", { name: "8479.50", exact: true }).first().waitFor();
      await checkPage(page, "hs codes");
    });
    assert.deepEqual(faults.filter((fault) => !/status of 422/.test(fault)), []);
    await page.context().close();
  });
}

test("a partner cluster's person sees its own cluster and published minutes", async (t) => {
  const words = sentences("en");
  const { page, faults } = await openPage(browser, { base: server.base, language: "en", width: 1440, scheme: "light" });
  const step = steps(t, page, "clusters-partner");
  await step("the list has one cluster", async () => {
    await signIn(page, words, "partner_cluster", "/network/clusters");
    await heading(page, words("network.clusters.title"));
    const links = page.getByRole("table").getByRole("link");
    await links.first().waitFor();
    assert.equal(await links.count(), 1);
    assert.equal(await page.getByRole("button", { name: words("network.clusters.create") }).count(), 0);
    await links.first().click();
    await page.getByRole("button", { name: words("people.edit") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(words("error.cluster.secretariat_only")).first().waitFor();
    await dialog.getByLabel(words("network.field.region"), { exact: true }).fill("Yeongnam");
    await dialog.getByRole("button", { name: words("common.save"), exact: true }).click();
    await page.getByText(/Yeongnam/).first().waitFor();
    await checkPage(page, "own cluster");
  });
  await step("drafts are not listed", async () => {
    await page.goto("/network/meetings");
    await page.getByRole("link", { name: "정기총회 (가상)" }).waitFor();
    assert.equal(await page.getByText("운영위원회 준비 회의 (가상)").count(), 0);
    await checkPage(page, "published meetings");
  });
  assert.deepEqual(faults, []);
  await page.context().close();
});

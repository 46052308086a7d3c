// SPDX-License-Identifier: Apache-2.0
// A document through three people with a deputy; rejected, revised and approved; its sheet on A4. In Korean on a wide screen and in
// English on a telephone, the decision by the keyboard alone.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, sentences, steps } from "./browser.mjs";
import { call, enter, newPerson, signedIn } from "./people.mjs";
import { out, startServer } from "./server.mjs";

let server;
let browser;
const people = {};

before(async () => {
  server = await startServer("approvals");
  browser = await openBrowser();
  const admin = await signedIn(server, server.administrator);
  people.lee = await newPerson(server, admin, "lee", "이검토", ["programme_officer"]);
  people.head = await newPerson(server, admin, "head", "한센터", ["director"]);
  people.deputy = await newPerson(server, admin, "deputy", "대리인", ["planner"]);
  await call(server, admin, "POST", `/accounts/${people.head.id}/deputies`, {
    deputy: people.deputy.id,
    valid_until: "2100-01-01T00:00:00Z",
  });
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`a document's way in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const allFaults = [];
    const title = `회의실 장비 구매 ${width}`;
    let address = "";
    const open = async (account, to) => {
      const { page, faults } = await enter(browser, server, words, account, to, { language, width, scheme });
      allFaults.push(faults);
      return page;
    };
    const look = (page, name) => page.screenshot({ path: path.join(out, `approvals-${language}-${name}.png`), fullPage: true });
    const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
    const button = (page, key, params) => page.getByRole("button", { name: words(key, params), exact: true });

    const planner = await open(server.planner, "/approvals");
    const step = steps(t, planner, `approvals-${language}`);
    const send = async () => {
      await button(planner, "approval.submit.open").click();
      const dialog = planner.getByRole("dialog");
      await dialog.getByText(words("approval.fictitious_line")).waitFor();
      for (const [number, name] of [
        [1, "이검토"],
        [2, "한센터"],
      ]) {
        await dialog.getByRole("combobox", { name: new RegExp(`^${number}\\.`) }).click();
        await planner.getByRole("option", { name }).click();
      }
      await checkPage(planner, "submit dialog");
      await look(planner, "submit");
      await dialog.getByRole("button", { name: words("approval.submit.send"), exact: true }).click();
      await planner.getByText(words("approval.submit.done")).first().waitFor();
    };

    await step("an empty box says what it is for, and a draft is written", async () => {
      await heading(planner, words("approval.title"));
      await planner.getByText(words("approval.empty.waiting")).waitFor();
      await checkPage(planner, "inbox");
      await planner.getByRole("link", { name: words("approval.new"), exact: true }).click();
      await heading(planner, words("approval.new"));
      await button(planner, "common.save").click();
      await planner.getByText(words("auth.required")).waitFor();
      await planner.getByRole("textbox", { name: words("approval.field.title") }).fill(title);
      await planner.getByLabel(words("approval.field.amount_krw")).fill("7500000");
      await planner.getByLabel(words("approval.field.body")).fill("# 목적\n영상 회의 장비를 마련합니다.\n\n- 화면 1대\n- 마이크 2대");
      await checkPage(planner, "draft");
      await look(planner, "draft");
      await button(planner, "common.save").click();
      await heading(planner, title);
      await checkPage(planner, "document");
      address = new URL(planner.url()).pathname;
    });
    await step("it goes to its reviewer, who rejects it with the reason", async () => {
      await send();
      const lee = await open(people.lee, "/approvals");
      await lee.getByRole("link", { name: title }).click();
      await heading(lee, title);
      await button(lee, "approval.decide.reject").click();
      await lee.getByText(words("error.approval.reason_needed")).waitFor();
      await lee.getByRole("textbox", { name: words("approval.decide.note"), exact: true }).fill("금액의 근거를 적어 주십시오.");
      await checkPage(lee, "decision");
      await look(lee, "decide");
      await button(lee, "approval.decide.reject").click();
      await lee.getByText(words("approval.decide.rejected")).waitFor();
      await lee.context().close();
    });
    await step("it is revised and handed in anew; the first round stays", async () => {
      await planner.goto(address);
      await planner.getByText(words("approval.rejected_by", { name: "이검토" })).waitFor();
      await planner.getByRole("link", { name: words("approval.edit"), exact: true }).click();
      await planner.getByLabel(words("approval.field.body")).fill("# 목적\n영상 회의 장비를 마련합니다.\n\n# 근거\n견적 세 곳을 비교하였습니다.");
      await button(planner, "common.save").click();
      await heading(planner, title);
      await send();
      await planner.getByRole("heading", { level: 2, name: words("approval.rounds") }).waitFor();
      await checkPage(planner, "second round");
    });
    await step("the reviewer approves by the keyboard alone", async () => {
      const lee = await open(people.lee, address);
      await heading(lee, title);
      await lee.getByRole("textbox", { name: words("approval.decide.note"), exact: true }).focus();
      await lee.keyboard.type("확인하였습니다.");
      await lee.keyboard.press("Tab");
      await lee.keyboard.press("Enter");
      await lee.getByText(words("approval.decide.approved")).waitFor();
      await lee.context().close();
    });
    await step("a deputy decides in the head's place, and the document gets its number", async () => {
      const deputy = await open(people.deputy, "/approvals");
      await deputy.getByRole("link", { name: title }).click();
      await deputy.getByText(words("approval.decide.for", { name: "한센터" })).waitFor();
      await look(deputy, "deputy");
      await button(deputy, "approval.decide.approve").click();
      await deputy.getByText(/2\d{3}-000\d/).first().waitFor();
      await deputy.getByText(words("approval.mark.deputy"), { exact: true }).waitFor();
      await checkPage(deputy, "approved");
      await look(deputy, "approved");
      await deputy.context().close();
    });
    await step("the sheet prints on A4 with both names", async () => {
      await planner.goto(`${address}/sheet`);
      await planner.getByText(words("approval.mark.deputy"), { exact: true }).waitFor();
      await planner.getByText(words("approval.mark.deputy_for", { holder: "한센터", name: "대리인" })).waitFor();
      await checkPage(planner, "sheet");
      await look(planner, "sheet");
      const pdf = await planner.pdf({ format: "A4", preferCSSPageSize: true });
      writeFileSync(path.join(out, `approvals-${language}.pdf`), pdf);
      assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 1, "one page");
    });
    await step("it is found again, filtered and downloaded", async () => {
      await planner.goto(`/approvals?box=mine&q=${width}`);
      await planner.getByRole("link", { name: title }).waitFor();
      await checkPage(planner, "mine");
      await look(planner, "mine");
      await planner.goto("/approvals/lines");
      await heading(planner, words("approval.lines.title"));
      await planner.getByText("일반 문서 (가상)").waitFor();
      await checkPage(planner, "lines");
      await look(planner, "lines");
    });
    // The rejection without a reason (422) was meant.
    assert.deepEqual(allFaults.flat().filter((fault) => !/status of 422/.test(fault)), [], "nothing else went wrong in the page");
  });
}

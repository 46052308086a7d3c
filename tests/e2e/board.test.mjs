// SPDX-License-Identifier: Apache-2.0
// A meeting of the board: convened, without a quorum and with one, an open and a secret vote, resolutions, minutes and their sheet.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, sentences, steps } from "./browser.mjs";
import { enter, newPerson, signedIn } from "./people.mjs";
import { out, startServer } from "./server.mjs";

let server;
let browser;
const people = {};

before(async () => {
  server = await startServer("board");
  browser = await openBrowser();
  const admin = await signedIn(server, server.administrator);
  for (const [key, name] of [
    ["chair", "김의장"],
    ["ahn", "안이사"],
    ["bae", "배이사"],
  ])
    people[key] = await newPerson(server, admin, key, name, ["board_member"]);
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`a meeting of the board in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const allFaults = [];
    const open = async (account, to) => {
      const { page, faults } = await enter(browser, server, words, account, to, { language, width, scheme });
      allFaults.push(faults);
      return page;
    };
    const look = (page, name) => page.screenshot({ path: path.join(out, `board-${language}-${name}.png`), fullPage: true });
    const button = (page, key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const title = `정기 이사회 ${width}`;
    let address = "";
    const secretary = await open(server.planner, "/board");
    const step = steps(t, secretary, `board-${language}`);
    const present = async (name, attending) => {
      await secretary.getByRole("combobox", { name: words("board.presence_of", { name }) }).click();
      await secretary.getByRole("option", { name: words("board.presence.present"), exact: true }).click();
      await secretary.getByText(words("board.members.quorum", { members: 4, attending, quorum: 3 })).waitFor();
    };

    await step("a meeting is made with its agenda", async () => {
      await secretary.getByRole("heading", { level: 1, name: words("board.title") }).waitFor();
      await checkPage(secretary, "meetings");
      await secretary.getByRole("link", { name: words("board.new"), exact: true }).first().click();
      await secretary.getByRole("textbox", { name: words("board.field.title"), exact: true }).fill(title);
      await secretary.getByLabel(words("board.field.begins")).fill("2026-12-01T10:00");
      await secretary.getByRole("textbox", { name: words("board.field.place") }).fill("대구 본원 회의실");
      await secretary.getByRole("combobox", { name: words("board.field.chair") }).click();
      await secretary.getByRole("option", { name: "김의장" }).click();
      await secretary.getByLabel(words("board.field.notice")).fill("정관에 따라 이사회를 소집합니다.");
      await secretary.getByLabel(words("board.item_title", { number: 1 })).fill("내년 사업 계획");
      await secretary.getByLabel(words("board.item_proposal", { number: 1 })).fill("내년 사업 계획을 원안대로 의결한다.");
      await button(secretary, "board.item_add").click();
      await secretary.getByLabel(words("board.item_title", { number: 2 })).fill("감사 선임");
      await secretary.getByRole("combobox", { name: words("board.item_ballot", { number: 2 }) }).click();
      await secretary.getByRole("option", { name: words("board.ballot.secret") }).click();
      await checkPage(secretary, "form");
      await look(secretary, "form");
      await button(secretary, "common.save").click();
      await secretary.getByRole("heading", { level: 1, name: title }).waitFor();
      address = new URL(secretary.url()).pathname;
    });
    await step("it is convened and opened; without a quorum no vote begins", async () => {
      await button(secretary, "board.do.convene").click();
      await button(secretary, "board.do.open").waitFor();
      await present("김의장", 1);
      await button(secretary, "board.do.open").click();
      await button(secretary, "board.do.begin_named", { number: 1 }).click();
      await secretary.getByText(words("error.board.no_quorum", { present: 1, needed: 3 })).waitFor();
      await checkPage(secretary, "no quorum");
    });
    await step("with a quorum the members vote openly, by the keyboard", async () => {
      await present("안이사", 2);
      await present("배이사", 3);
      await button(secretary, "board.do.begin_named", { number: 1 }).click();
      await button(secretary, "board.do.end_named", { number: 1 }).waitFor();
      const ahn = await open(people.ahn, address);
      const own = ahn.getByRole("group", { name: words("board.vote.for", { name: "안이사" }) });
      await own.getByRole("button", { name: words("board.choice.yes") }).focus();
      await ahn.keyboard.press("Enter");
      await ahn.getByText(words("board.vote.given")).waitFor();
      await checkPage(ahn, "member's vote");
      await look(ahn, "vote");
      await ahn.context().close();
      for (const [name, choice] of [
        ["김의장", "yes"],
        ["배이사", "no"],
      ])
        await secretary
          .getByRole("group", { name: words("board.vote.for", { name }) })
          .getByRole("button", { name: words(`board.choice.${choice}`) })
          .click();
      await secretary.getByText(`배이사 (${words("board.choice.no")})`).waitFor();
      await button(secretary, "board.do.end_named", { number: 1 }).click();
      await secretary.getByText(words("board.vote.counts", { yes: 2, no: 1, abstain: 0, attending: 3 })).waitFor();
      await secretary.getByRole("article").getByText(words("board.item_state.carried"), { exact: true }).waitFor();
    });
    await step("a secret vote shows who voted, not how", async () => {
      await button(secretary, "board.do.begin_named", { number: 2 }).click();
      await button(secretary, "board.do.end_named", { number: 2 }).waitFor();
      for (const who of [people.chair, people.bae]) {
        const page = await open(who, address);
        await page.getByText(words("board.vote.secret_note")).waitFor();
        await page.getByRole("button", { name: words("board.choice.yes") }).click();
        await page.getByText(words("board.vote.given")).waitFor();
        await page.context().close();
      }
      await secretary.getByText(/김의장/).last().waitFor();
      await button(secretary, "board.do.end_named", { number: 2 }).click();
      await secretary.getByText(words("board.vote.counts", { yes: 2, no: 0, abstain: 0, attending: 3 })).waitFor();
      await checkPage(secretary, "decided");
      await look(secretary, "decided");
    });
    await step("closed, with minutes to approve and print", async () => {
      await button(secretary, "board.do.close").click();
      await button(secretary, "board.minutes.write").click();
      await secretary.getByRole("dialog").getByLabel(words("board.minutes.remarks_label")).fill("사업 계획의 일정을 논의하였습니다.");
      await checkPage(secretary, "minutes dialog");
      await secretary.getByRole("dialog").getByRole("button", { name: words("common.save"), exact: true }).click();
      await secretary.getByRole("link", { name: words("board.minutes.approval_named", { number: 1 }) }).waitFor();
      await checkPage(secretary, "minutes");
      await secretary.getByRole("link", { name: words("board.minutes.print_named", { number: 1 }) }).click();
      await secretary.getByText(words("board.minutes.signature", { name: "김의장" })).waitFor();
      await checkPage(secretary, "minutes sheet");
      await look(secretary, "minutes");
      writeFileSync(path.join(out, `board-${language}.pdf`), await secretary.pdf({ format: "A4", preferCSSPageSize: true }));
    });
    await step("carried items stand in the register, and the rules can be read", async () => {
      await secretary.goto("/board/resolutions");
      await secretary.getByText("내년 사업 계획").first().waitFor();
      await checkPage(secretary, "register");
      await look(secretary, "register");
      await secretary.goto("/board");
      await button(secretary, "board.rule.open").click();
      await secretary.getByText(words("board.rule.default")).waitFor();
      await checkPage(secretary, "rules");
    });
    // The vote without a quorum (409) was meant.
    assert.deepEqual(allFaults.flat().filter((fault) => !/status of 409/.test(fault)), [], "nothing else went wrong in the page");
  });
}

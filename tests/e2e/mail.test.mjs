// SPDX-License-Identifier: Apache-2.0
// Mail as people meet it, with a real SMTP server: the outbox, a mailing with the way out of it, one's own choices, a mention that
// arrives. In Korean on a wide screen and in English on a telephone, without a mouse.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { call, enter, newPerson, signedIn } from "./people.mjs";
import { freePort, out, root, startServer } from "./server.mjs";

let server;
let browser;
let smtp;
let folder;
let admin;
const people = {};

const received = () =>
  readFileSync(path.join(folder, "received"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t"));
const mailsOf = (recipient) => received().filter(([to]) => to === recipient).length;
async function arrived(recipient, subject) {
  for (let i = 0; i < 150; ++i) {
    const found = received().filter(([to, , text]) => to === recipient && text.includes(subject));
    if (found.length > 0) return found.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`no mail “${subject}” for ${recipient}: ${JSON.stringify(received())}`);
}
async function arrivedMore(recipient, than) {
  for (let i = 0; i < 150; ++i) {
    if (mailsOf(recipient) > than) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`no further mail for ${recipient}`);
}
/** The last mail with its bodies readable. */
function lastMail() {
  const message = readFileSync(path.join(folder, "last.eml"), "latin1").replaceAll("\r\n", "\n");
  const bodies = [message];
  let run = "";
  for (const line of [...message.split("\n"), ""]) {
    if (/^[A-Za-z0-9+/=]+$/.test(line)) run += line;
    else {
      if (run.length >= 40) bodies.push(Buffer.from(run, "base64").toString("utf8"));
      run = "";
    }
  }
  return bodies.join("\n");
}
/** The link in the last mail that holds the part. */
function linkIn(part) {
  const found = lastMail().match(new RegExp(`http[^\\s"<>]*${part}[^\\s"<>]*`));
  assert.ok(found, `a link with ${part}`);
  return found[0].replaceAll("&amp;", "&");
}

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "dure-smtp-"));
  smtp = spawn("/usr/bin/python3", [path.join(root, "tests/mail/smtp_server.py"), folder], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise((resolve) => smtp.stdout.once("data", (text) => resolve(Number(text))));
  const own = await freePort();
  const options = ["--smtp", `smtp://127.0.0.1:${port}`, "--mail-from", "dure@institute.example", "--public-url", `http://127.0.0.1:${own}`];
  server = await startServer("mail", { port: own, options });
  browser = await openBrowser();
  admin = await signedIn(server, server.administrator);
  people.lee = await newPerson(server, admin, "lee", "이편지", ["planner"]);
  people.kim = await newPerson(server, admin, "kim", "김알림", ["planner", "programme_officer"]);
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
  smtp?.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`mail in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const look = (page, name) => page.screenshot({ path: path.join(out, `mail-${language}-${name}.png`), fullPage: true });
    const open = (account, to) => enter(browser, server, words, account, to, { language, width, scheme });
    const { page, faults } = await open(server.administrator, "/mails");
    const step = steps(t, page, `mail-${language}`);
    const subject = `소식 ${width}`;

    await step("a mention leaves by mail without what it says", async () => {
      const made = await call(server, people.kim, "POST", "/organisations", {
        names: [{ language: "ko", name: `비밀 기관 ${width}`, primary: true }],
        kind: "company",
        country: "KR",
      });
      const before = mailsOf("lee@dure.example");
      await call(server, people.kim, "POST", "/comments", {
        subject_kind: "organisation",
        subject_id: made.json.id,
        language: "ko",
        text: "@이편지 비밀스러운 말",
        mentions: [people.lee.id],
      });
      await arrivedMore("lee@dure.example", before);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(mailsOf("lee@dure.example"), before + 1, "once");
      const link = linkIn("/organisations/");
      assert.ok(link.includes(made.json.id) && link.includes("comment="), link);
      assert.ok(!lastMail().includes("비밀"), "neither the text nor the record's name");
    });
    await step("the outbox shows what left, and a mail as its reader sees it", async () => {
      await page.getByRole("heading", { level: 1, name: words("mails.title") }).waitFor();
      await page.reload();
      const mail = words("mail.mention.comment.subject", { who: "김알림" });
      const first = sentences("ko")("mail.mention.comment.subject", { who: "김알림" });
      await page.getByText(first).or(page.getByText(mail)).first().waitFor();
      await checkPage(page, "outbox");
      await look(page, "outbox");
      await page.getByRole("button", { name: new RegExp(first) }).first().click();
      await page.getByRole("dialog").waitFor();
      await checkPage(page, "a mail");
      await look(page, "mail");
      await page.keyboard.press("Escape");
    });
    await step("a mailing is previewed, tried and sent", async () => {
      await page.goto("/mailings");
      await page.getByRole("heading", { level: 1, name: words("mailings.title") }).waitFor();
      await checkPage(page, "mailings");
      await page.getByRole("button", { name: words("mailings.new"), exact: true }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("mailings.subject_ko")).fill(subject);
      await dialog.getByLabel(words("mailings.body_ko")).fill("안녕하십니까.\n\n새 소식입니다.");
      await checkPage(page, "mailing");
      await look(page, "mailing");
      await dialog.getByRole("button", { name: words("mailings.preview"), exact: true }).click();
      await dialog.getByText(words("mailings.send_text")).waitFor();
      await checkPage(page, "preview of a mailing");
      await look(page, "mailing-preview");
      await dialog.getByRole("button", { name: words("mailings.send"), exact: true }).click();
      await page.getByRole("button", { name: words("mailings.open", { subject }) }).waitFor();
      await arrived("lee@dure.example", subject);
      await arrived("kim@dure.example", subject);
      await checkPage(page, "mailings with one sent");
      await look(page, "mailings");
    });
    await step("its reader unsubscribes by the link, and takes that back", async () => {
      const link = new URL(linkIn("/unsubscribe#"));
      const { page: reader, faults: others } = await openPage(browser, { base: server.base, language, width, scheme });
      await reader.goto(`/unsubscribe${link.hash}`);
      await reader.getByRole("heading", { level: 1, name: words("unsubscribe.title") }).waitFor();
      await checkPage(reader, "unsubscribe");
      await reader.getByRole("button", { name: words("unsubscribe.action"), exact: true }).click();
      await reader.getByRole("heading", { level: 1, name: words("unsubscribe.done_title") }).waitFor();
      await checkPage(reader, "unsubscribed");
      await look(reader, "unsubscribed");
      await reader.getByRole("button", { name: words("unsubscribe.renew"), exact: true }).click();
      await reader.getByRole("heading", { level: 1, name: words("unsubscribe.title") }).waitFor();
      assert.deepEqual(others, []);
      await reader.context().close();
    });
    await step("one chooses what comes by mail, and what is muted does not come", async () => {
      const { page: lee, faults: others } = await open(people.lee, "/notifications");
      await lee.getByRole("heading", { level: 1, name: words("notices.title") }).waitFor();
      const choice = lee.getByLabel(words("mail.topic.mention"));
      await choice.selectOption("never");
      await lee.getByText(words("notices.saved")).first().waitFor();
      await checkPage(lee, "choices");
      await look(lee, "choices");
      const made = await call(server, people.kim, "POST", "/organisations", {
        names: [{ language: "ko", name: `조용한 기관 ${width}`, primary: true }],
        kind: "company",
        country: "KR",
      });
      const say = (mentions) =>
        call(server, people.kim, "POST", "/comments", { subject_kind: "organisation", subject_id: made.json.id, language: "ko", text: "조용히", mentions });
      const before = mailsOf("lee@dure.example");
      await say([people.lee.id]);
      await choice.selectOption("at_once");
      await lee.getByText(words("notices.saved")).first().waitFor();
      await lee.waitForTimeout(500);
      await say([people.lee.id]);
      await arrivedMore("lee@dure.example", before);
      assert.equal(mailsOf("lee@dure.example"), before + 1, "the muted one did not come");
      assert.deepEqual(others, []);
      await lee.context().close();
    });
    await step("nothing went wrong on the way", () => assert.deepEqual(faults, []));
    await page.context().close();
  });
}

// SPDX-License-Identifier: Apache-2.0
// Mail as people meet it: a person chooses what they are told, an administrator reads the outbox and writes a mailing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("mail");
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
  test(`mail in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    page.setDefaultTimeout(10_000);
    const step = steps(t, page, `mail-${language}`);
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const heading = (key) => page.getByRole("heading", { level: 1, name: words(key) }).waitFor();
    const signIn = async (person, to) => {
      await page.goto(to);
      await page.getByLabel(words("auth.email")).fill(person.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(person.password);
      await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
    };

    await step("a person chooses to be told once a day, and it stays", async () => {
      await signIn(server.administrator, "/notifications");
      await heading("notices.title");
      const task = page.getByLabel(words("mail.topic.task"));
      await task.selectOption("daily");
      await page.getByText(words("notices.saved")).first().waitFor();
      await checkPage(page, "notifications");
      await page.reload();
      await heading("notices.title");
      assert.equal(await task.inputValue(), "daily");
      await task.selectOption("at_once");
    });
    await step("the outbox says that there is no server, and shows a test mail", async () => {
      await page.goto("/mails");
      await heading("mails.title");
      await page.getByText(words("mails.server.off_title")).waitFor();
      await button("mails.test").click();
      const subject = page.getByRole("button", { name: words("mails.open", { subject: sentences("ko")("mail.account.test.subject") }) }).first();
      await subject.waitFor();
      await checkPage(page, "outbox");
      await subject.click();
      const dialog = page.getByRole("dialog");
      await dialog.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
      await checkPage(page, "mail");
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
    });
    await step("a mailing is written, previewed and sent to planners", async () => {
      await page.goto("/mailings");
      await heading("mailings.title");
      await button("mailings.new").first().click();
      const dialog = page.getByRole("dialog");
      await button("mailings.preview").click();
      await dialog.getByText(words("error.mailing.empty")).waitFor();
      await dialog.getByLabel(words("mailings.subject_ko")).fill(`상반기 공고 ${width}`);
      await dialog.getByLabel(words("mailings.body_ko")).fill("공고가 시작되었습니다.\n\n자세한 내용은 누리집에 있습니다.");
      await dialog.getByRole("combobox", { name: words("mailings.roles") }).click();
      await page.getByRole("option", { name: words("accounts.roles.planner") }).click();
      await page.keyboard.press("Escape");
      await checkPage(page, "mailing");
      await button("mailings.preview").click();
      await dialog.getByText(words("mailings.readers", { count: 1 })).waitFor();
      await checkPage(page, "preview");
      await button("mailings.send").click();
      await dialog.waitFor({ state: "hidden" });
      await page.getByText(words("mailings.state.sent"), { exact: true }).first().waitFor();
      await checkPage(page, "mailings");
    });
    await step("a link that is not whole says so", async () => {
      await page.goto("/unsubscribe#nothing");
      await page.getByText(words("error.mail.bad_unsubscribe_link")).waitFor();
      await checkPage(page, "unsubscribe");
    });
    // A bad link is answered with 404, an empty mailing with 422, and the browser says so.
    assert.deepEqual(faults.filter((one) => !/status of (404|422)/.test(one)), [], "nothing went wrong in the page");
    await page.context().close();
  });
}

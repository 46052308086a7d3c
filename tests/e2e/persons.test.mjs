// SPDX-License-Identifier: Apache-2.0
// A person's life: entered at an organisation, called, consenting and withdrawing, given all that is kept, erased on request, and who
// looked; in Korean on a wide screen and in English on a telephone. Erasing is done by the keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, downloaded, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("persons");
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
  test(`a person's data in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    withoutMouse(page);
    const step = steps(t, page, `persons-${language}`);
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const label = (key, params) => page.getByLabel(words(key, params), { exact: true });
    const name = `홍길동 ${width}`;
    const email = `hong-${width}@garam.example`;
    let address = "";
    /** Moves the focus to what is wanted by Tab alone. */
    const tabTo = async (wanted) => {
      for (let presses = 0; presses < 120; ++presses) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      assert.fail("the keyboard does not reach it");
    };

    await step("entered at an organisation of the directory", async () => {
      await page.goto("/persons");
      await page.getByLabel(words("auth.email")).fill(server.administrator.email);
      await page.getByLabel(words("auth.password"), { exact: true }).fill(server.administrator.password);
      await button("auth.sign_in").click();
      await heading(page, words("person.title"));
      await button("person.create").first().click();
      await label("people.names.name", { number: 1 }).fill(name);
      await label("person.field.email").fill("nobody");
      await button("person.job.add").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("combobox", { name: words("person.job.organisation", { number: 1 }), exact: true }).fill("가람전지");
      await page.getByRole("option", { name: /가람전지/ }).click();
      await label("person.job.job", { number: 1 }).fill("해외사업부장");
      await checkPage(page, "dialog of a person");
      await button("common.save").click();
      await dialog.getByText(words("error.json.bad_format", { format: "name@example.org" })).waitFor();
      await label("person.field.email").fill(email);
      await button("common.save").click();
      await heading(page, name);
      address = new URL(page.url()).pathname;
      await page.getByRole("link", { name: email }).waitFor();
      await checkPage(page, "person");
    });
    await step("stands among the persons of the organisation, found by its name", async () => {
      await page.goto("/persons");
      await label("common.search").fill("가람");
      await page.waitForURL(/q=/);
      await page.getByRole("link", { name, exact: true }).waitFor();
      assert.equal(await page.getByText(email).count(), 0, "a list does not say how to reach them");
      await checkPage(page, "persons");
      await page.getByRole("link", { name, exact: true }).click();
      await page.getByRole("link", { name: /가람전지/ }).click();
      await page.getByRole("cell", { name: "해외사업부장" }).first().waitFor();
      await checkPage(page, "organisation with persons");
      await page.getByRole("link", { name, exact: true }).first().click();
      await heading(page, name);
    });
    await step("a call with a next step, taken", async () => {
      await button("contact.create").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("contact.field.summary"), { exact: true }).fill("견본을 보내기로 함");
      await dialog.getByLabel(words("contact.field.next_step"), { exact: true }).fill("견본 발송");
      await dialog.getByLabel(words("contact.field.due"), { exact: true }).fill("2026-01-05");
      await checkPage(page, "dialog of a contact");
      await button("common.save").click();
      await page.getByText("견본을 보내기로 함").waitFor();
      await page.getByText(words("contact.late"), { exact: true }).waitFor();
      await button("contact.done_named", { step: "견본 발송" }).click();
      await button("contact.reopen_named", { step: "견본 발송" }).waitFor();
    });
    await step("a consent, and its withdrawal at once", async () => {
      await button("consent.give").click();
      await label("consent.field.text_version").fill("2026-03");
      await checkPage(page, "dialog of a consent");
      await button("common.save").click();
      await page.getByText(words("consent.effect.directory_yes")).waitFor();
      await button("consent.withdraw_named", { purpose: words("consent.purpose.directory") }).click();
      await page.getByRole("menuitem", { name: words("consent.given_by.mail"), exact: true }).click();
      await page.getByText(words("consent.effect.directory_no")).waitFor();
      await checkPage(page, "person with consents");
      await page.goto("/persons/consents?days=365");
      await page.getByText(words("consent.renew.none"), { exact: true }).waitFor();
      await checkPage(page, "consents to renew");
    });
    await step("all that is kept, to read and for programs", async () => {
      await page.goto(address);
      const html = await downloaded(page, () => page.getByRole("link", { name: words("person.privacy.export_html") }).click());
      assert.match(html.bytes.toString(), new RegExp(`${words("person.export.title")}[\\s\\S]*${email}[\\s\\S]*견본`));
      const json = await downloaded(page, () => page.getByRole("link", { name: words("person.privacy.export_json") }).click());
      assert.equal(JSON.parse(json.bytes.toString()).person.email, email);
    });
    await step("erased by the keyboard alone, with what stays and why", async () => {
      await tabTo(button("person.privacy.erase"));
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByText(words("person.erasure.why.consents")).waitFor();
      await checkPage(page, "dialog of erasing");
      await tabTo(dialog.getByRole("checkbox"));
      await page.keyboard.press("Space");
      await tabTo(dialog.getByRole("button", { name: words("person.privacy.erase"), exact: true }));
      await page.keyboard.press("Enter");
      await page.getByText(words("person.privacy.was_erased")).waitFor();
      await page.goto(address);
      await page.getByText(words("error.person.erased")).waitFor();
      await checkPage(page, "erased person");
    });
    await step("who looked stands apart from the audit", async () => {
      await page.goto("/audit");
      const reads = page.getByRole("region", { name: words("audit.reads.title") });
      await reads.getByText(words("rights.operation.export_person")).first().waitFor();
      await reads.getByText(words("person.erased"), { exact: true }).first().waitFor();
      await checkPage(page, "audit with reads");
    });
    // The refused address (422) and the erased person (404) were meant.
    assert.deepEqual(faults.filter((fault) => !/status of (422|404)/.test(fault)), [], "nothing else went wrong in the page");
  });
}

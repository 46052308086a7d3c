// SPDX-License-Identifier: Apache-2.0
// Files on a document in approval: chosen, paused and gone on with, looked at, renamed, deleted and brought back; what is refused says
// why; an upload goes on after the page was loaded anew. In Korean on a wide screen, in English on a telephone, without a mouse.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { deflateSync, crc32 } from "node:zlib";
import { checkPage, downloaded, openBrowser, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
import { call, enter, signedIn } from "./people.mjs";
import { out, startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("files");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

/** A grey picture of the given size. */
function png(width, height) {
  const chunk = (name, content) => {
    const body = Buffer.concat([Buffer.from(name), content]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(content.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = deflateSync(Buffer.alloc(Math.min(1e6, (width + 1) * height), 160));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`files of a document in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const cookie = await signedIn(server, server.planner);
    const { json: draft } = await call(server, cookie, "POST", "/approvals", { desk: "general", title: `첨부 ${width}`, body: "본문" });
    const { page, faults } = await enter(browser, server, words, server.planner, `/approvals/${draft.id}`, { language, width, scheme });
    withoutMouse(page);
    page.on("filechooser", () => {}); // from now on, so that none opens before it is waited for
    const step = steps(t, page, `files-${language}`);
    const section = page.getByRole("region", { name: new RegExp(`^${words("files.title")}`) });
    const look = (name) => page.screenshot({ path: path.join(out, `files-${language}-${name}.png`), fullPage: true });
    const button = (key, params) => section.getByRole("button", { name: words(key, params), exact: true });
    const chooserOf = async (wanted) => {
      await wanted.press("Shift"); // reached first: the way there may be long
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
      return chooser;
    };
    const choose = (files) => section.locator("input[type=file]").last().setInputFiles(files);
    const name = "회의실 사진.png";

    await step("an empty record says where files go", async () => {
      await section.getByText(words("files.none_yet")).waitFor();
      await checkPage(page, "no files");
      await look("empty");
    });
    await step("files are chosen by the keyboard and attached", async () => {
      const chooser = await chooserOf(button("files.choose"));
      await chooser.setFiles([
        { name, mimeType: "image/png", buffer: png(640, 400) },
        { name: "계획서.pdf", mimeType: "application/pdf", buffer: pdf },
        { name: "자료.txt", mimeType: "text/plain", buffer: Buffer.from("두레의 자료\n") },
      ]);
      await section.getByRole("listitem").nth(2).waitFor();
      await page.getByText(words("files.added", { name })).waitFor();
      await checkPage(page, "three files");
      await look("three");
    });
    await step("what is refused says why", async () => {
      await choose([{ name: "setup.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") }]);
      await section.getByRole("alert").getByText("setup.exe").waitFor();
      await choose([{ name: "가짜.png", mimeType: "image/png", buffer: pdf }]);
      await section.getByText(words("error.files.wrong_content", { extension: "png", found: "pdf" })).waitFor();
      await checkPage(page, "refused");
      await look("refused");
      await button("files.task.cancel_named", { name: "가짜.png" }).press("Enter");
      await section.getByText(words("error.files.wrong_content", { extension: "png", found: "pdf" })).waitFor({ state: "detached" });
      await choose([{ name: "bomb.png", mimeType: "image/png", buffer: png(60_000, 60_000) }]);
      await section.getByText("60000").waitFor();
      await button("files.task.cancel_named", { name: "bomb.png" }).press("Enter");
    });
    await step("pictures, texts and PDF are shown in the page", async () => {
      await button("files.preview_named", { name }).press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("img", { name }).waitFor();
      assert.ok(await dialog.getByRole("img", { name }).evaluate((img) => img.decode().then(() => img.naturalWidth === 640)));
      await checkPage(page, "picture");
      await look("picture");
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await button("files.preview_named", { name: "자료.txt" }).press("Enter");
      await page.frameLocator("iframe").getByText("두레의 자료").waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await button("files.preview_named", { name: "계획서.pdf" }).press("Enter");
      await dialog.locator("iframe").waitFor();
      await look("pdf");
      await dialog.getByRole("button", { name: words("common.close"), exact: true }).press("Enter");
      await dialog.waitFor({ state: "detached" });
    });
    await step("a file is renamed and described", async () => {
      await button("files.edit_named", { name: "자료.txt" }).press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("files.name")).fill("자료.exe");
      await dialog.getByRole("button", { name: words("common.save"), exact: true }).press("Enter");
      await dialog.getByText(words("error.files.keep_extension", { extension: "txt" })).waitFor();
      await checkPage(page, "a name refused");
      await dialog.getByLabel(words("files.name")).fill("회의 자료.txt");
      await dialog.getByLabel(words("files.description"), { exact: true }).fill("회의 전에 읽을 것");
      await dialog.getByRole("button", { name: words("common.save"), exact: true }).press("Enter");
      await section.getByText("회의 전에 읽을 것").waitFor();
      const file = await downloaded(page, () => section.getByRole("link", { name: words("files.download_named", { name: "회의 자료.txt" }), exact: true }).press("Enter"));
      assert.equal(file.name, "회의 자료.txt");
      assert.equal(file.bytes.toString(), "두레의 자료\n");
    });
    await step("a file is deleted and brought back", async () => {
      await button("files.delete_named", { name: "계획서.pdf" }).press("Enter");
      await section.getByText("계획서.pdf").waitFor({ state: "detached" });
      await page.getByRole("button", { name: words("list.undo"), exact: true }).press("Enter");
      await section.getByText("계획서.pdf").waitFor();
      await section.getByRole("combobox", { name: words("files.order.label") }).selectOption("-size");
      await checkPage(page, "sorted");
    });
    await step("an upload is paused, the page loaded anew, and the same file goes on", async () => {
      const large = Buffer.alloc(20_000_000, "두레 ");
      const held = Promise.withResolvers();
      await page.route("**/api/v1/uploads/*", async (route) => {
        if (route.request().method() === "PATCH" && route.request().headers()["upload-offset"] !== "0") await held.promise;
        await route.continue().catch(() => {});
      });
      const file = path.join(out, `large-${width}.txt`);
      const { writeFileSync } = await import("node:fs");
      writeFileSync(file, large);
      await choose(file);
      const label = path.basename(file);
      await section.getByText(/\(41%\)/).waitFor();
      await checkPage(page, "going up");
      await look("going-up");
      await button("files.task.pause_named", { name: label }).press("Enter");
      await section.getByText(words("files.task.paused", { percent: 41 })).waitFor();
      held.resolve();
      await page.unroute("**/api/v1/uploads/*");
      await page.reload();
      await section.getByText(words("files.unfinished.title")).waitFor();
      await checkPage(page, "unfinished");
      await look("unfinished");
      const other = await chooserOf(button("files.unfinished.choose_named", { name: label }));
      await other.setFiles({ name: label, mimeType: "text/plain", buffer: Buffer.from("another") });
      await page.getByText(words("files.unfinished.other", { name: label })).waitFor();
      const chooser = await chooserOf(button("files.unfinished.choose_named", { name: label }));
      await chooser.setFiles(file);
      // The notice may have gone by when the machine is busy: the list is what counts.
      await section.getByRole("listitem").filter({ hasText: label }).waitFor({ timeout: 30_000 });
      await section.getByText(words("files.unfinished.title")).waitFor({ state: "detached" });
      const { json: list } = await call(server, cookie, "GET", `/attachments?subject_kind=approval&subject_id=${draft.id}`);
      assert.equal(list.items.find(({ name: one }) => one === label).size, large.length);
    });
    assert.deepEqual(faults.filter((fault) => !/status of (422|409)|frame-ancestors/.test(fault)), [], "the browser's console");
    await page.context().close();
  });
}

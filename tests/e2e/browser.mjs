// SPDX-License-Identifier: Apache-2.0
// A browser window as a person has it: a size, a language, light or dark; and the checks that hold on every page.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { out, root } from "./server.mjs";

const require = createRequire(path.join(root, "web/package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** The sentences of a language: words("plan.tab.limits"), words("run.name", {number: 1}). */
export function sentences(language) {
  const all = JSON.parse(readFileSync(path.join(root, `messages/${language}.json`), "utf8"));
  return (key, params = {}) => {
    const text = key.split(".").reduce((node, step) => node?.[step], all);
    assert.equal(typeof text, "string", `${key} has no sentence in ${language}`);
    return text.replace(/{{(\w+)}}/g, (_, name) => String(params[name]));
  };
}

export async function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
}

export async function openPage(browser, { base, language, width, scheme }) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height: width < 600 ? 780 : 900 },
    colorScheme: scheme,
    locale: language === "ko" ? "ko-KR" : "en-GB",
    timezoneId: "Asia/Seoul",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // Being asked who one is (401) is no fault.
    if (message.type() === "error" && !/status of 401/.test(message.text())) faults.push(`${message.text()} ${message.location().url}`);
  });
  return { page, faults };
}

/// A sentence's key, as the page shows it when there is no such sentence.
const kKey = new RegExp(
  `(?<![\\w./@-])(${Object.keys(JSON.parse(readFileSync(path.join(root, "messages/en.json"), "utf8"))).join("|")})(\\.[a-z][a-zA-Z_0-9]*)+(?![\\w./@-])`,
);

/** No axe finding, no sentence that is missing, and nothing to scroll sideways. */
export async function checkPage(page, name) {
  // Chromium runs this beside the page's own scripts, so the content security policy stays as it is.
  await page.evaluate(axe);
  const look = () => page.evaluate(() => window.axe.run(document).then(({ violations }) => violations));
  let violations = await look();
  if (violations.length > 0) {
    // A colour on its way to another is none that a person reads: what counts is what stays.
    await page.waitForTimeout(600);
    violations = await look();
  }
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" · ")}`);
  assert.deepEqual(found, [], `axe on ${name}`);
  const raw = (await page.locator("body").innerText()).match(kKey);
  assert.equal(raw, null, `${name} shows ${raw} instead of a sentence`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(sideways <= 0, `${name} is ${sideways} px wider than the window`);
}

/** A step of a job; a picture of the page is kept when it fails, and the steps after it are not tried. */
export function steps(t, page, name) {
  let failed = "";
  return (title, action) =>
    t.test(title, async () => {
      assert.equal(failed, "", "an earlier step failed");
      try {
        await action();
      } catch (error) {
        failed = title;
        await page.screenshot({ path: path.join(out, `${name}-${title.replaceAll(/[^a-z0-9]+/gi, "-")}.png`), fullPage: true }).catch(() => {});
        throw error;
      }
    });
}

/** The bytes of what a click downloads. */
export async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  const file = path.join(out, download.suggestedFilename());
  await download.saveAs(file);
  return { name: download.suggestedFilename(), bytes: readFileSync(file) };
}

/** What an authenticator shows (RFC 6238) of a base32 secret; `steps` of 30 s from now. */
export function authenticatorCode(secret, steps = 0) {
  let bits = "";
  for (const letter of secret.replaceAll(" ", "")) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", key).update(counter).digest();
  const number = (mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, "0");
}

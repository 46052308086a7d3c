// SPDX-License-Identifier: Apache-2.0
// Signing in with an OpenID provider: a real one from npm, started here. The page in Korean and English by keyboard, and what a
// person or an attacker may try with the two halves of the sign-in.
import assert from "node:assert/strict";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { authenticatorCode, checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startProvider } from "./provider/provider.mjs";
import { freePort, startServer } from "./server.mjs";

const secret = "a secret of this test & of no other=";
const newKeys = () => [{ ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" }];

let server;
let provider;
let browser;
let providerPort;
const startAgain = async (keys = newKeys()) => {
  await provider?.stop();
  provider = await startProvider({ port: providerPort, redirectUri: `${server.base}/sign-in/openid`, keys, secret });
};

before(async () => {
  providerPort = await freePort();
  server = await startServer("openid", {
    options: ["--openid-issuer", `http://127.0.0.1:${providerPort}`, "--openid-client-id", "dure", "--openid-name", "Test ID"],
    environment: { DURE_OPENID_CLIENT_SECRET: secret },
  });
  await startAgain();
  browser = await openBrowser();
  for (const name of ["kim", "lee", "park"]) await makeAccount(name);
});
after(async () => {
  await browser?.close();
  await provider?.stop();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

const api = (path, { cookie, ...options } = {}) =>
  fetch(`${server.base}/api/v1${path}`, {
    ...options,
    headers: { ...(options.body && { "Content-Type": "application/json" }), ...(cookie && { Cookie: cookie }) },
  });
const cookieOf = (answer, name) => answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`))?.split(";")[0];

async function signedIn({ email, password }) {
  const answer = await api("/session", { method: "POST", body: JSON.stringify({ email, password }) });
  assert.equal(answer.status, 200);
  return cookieOf(answer, "dure_session");
}
async function makeAccount(name) {
  const answer = await api("/accounts", {
    method: "POST",
    cookie: await signedIn(server.administrator),
    body: JSON.stringify({ email: `${name}@dure.example`, name, password: "willow by the winter river", roles: ["planner"] }),
  });
  assert.equal(answer.status, 201);
}

/** Follows the provider's pages without a browser, as `who`; returns the query that it sends one back with. */
async function throughProvider(url, who) {
  const jar = new Map();
  const go = async (address, options = {}) => {
    const answer = await fetch(address, { ...options, redirect: "manual", headers: { ...options.headers, Cookie: [...jar].map(([k, v]) => `${k}=${v}`).join("; ") } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return answer;
  };
  let at = url;
  for (let i = 0; i < 12; ++i) {
    const answer = await go(at);
    const next = answer.headers.get("location");
    if (next) {
      at = new URL(next, at).href;
      if (at.startsWith(`${server.base}/sign-in/openid`)) return new URL(at).searchParams;
      continue;
    }
    const page = await answer.text();
    assert.equal(answer.status, 200, page);
    const prompt = page.match(/name="prompt" value="(\w+)"/)[1];
    const sent = await go(at, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(prompt === "login" ? { prompt, login: who, password: "any" } : { prompt }),
    });
    at = new URL(sent.headers.get("location"), at).href;
  }
  throw new Error("the provider never sent us back");
}

async function begin() {
  const answer = await api("/session/openid", { method: "POST" });
  assert.equal(answer.status, 200, await answer.clone().text());
  return { url: (await answer.json()).url, cookie: cookieOf(answer, "dure_openid") };
}
const finish = (cookie, body) => api("/session/openid/finish", { method: "POST", cookie, body: JSON.stringify(body) });

async function signInAs(who) {
  const { url, cookie } = await begin();
  const query = await throughProvider(url, who);
  return finish(cookie, { state: query.get("state"), code: query.get("code") });
}
const refusal = async (answer) => `${answer.status} ${(await answer.json()).code}`;

test("asks with PKCE, a state and a nonce, and shows no secret", async () => {
  const { searchParams } = new URL((await begin()).url);
  assert.equal(searchParams.get("response_type"), "code");
  assert.equal(searchParams.get("code_challenge_method"), "S256");
  for (const name of ["state", "nonce", "code_challenge"]) assert.ok(searchParams.get(name).length >= 43, name);
  assert.equal(searchParams.has("code_verifier"), false);
  assert.equal(searchParams.has("client_secret"), false);
});

test("links an account by its verified address once, and knows it again", async () => {
  const first = await signInAs("kim");
  assert.equal(first.status, 200, await first.clone().text());
  const session = await first.json();
  assert.equal(session.account.email, "kim@dure.example");
  const again = await signInAs("kim");
  assert.equal(again.status, 200);
  assert.equal((await again.json()).account.linked, true);
  assert.equal(await refusal(await signInAs("impostor")), "403 openid.linked_elsewhere");
  const cookie = cookieOf(first, "dure_session");
  const undone = await api(`/accounts/${session.account.id}/identity`, { method: "DELETE", cookie });
  assert.equal(undone.status, 204);
  assert.equal(await refusal(await api(`/accounts/${session.account.id}/identity`, { method: "DELETE", cookie })), "404 http.not_found");
});

test("an address that is not verified, or nobody's, opens nothing", async () => {
  assert.equal(await refusal(await signInAs("park")), "403 openid.email_unverified");
  assert.equal(await refusal(await signInAs("stranger")), "403 openid.no_account");
});

test("a code is taken once, in the browser that began, with its own state", async () => {
  const mine = await begin();
  const query = await throughProvider(mine.url, "lee");
  const body = { state: query.get("state"), code: query.get("code") };
  assert.equal(await refusal(await finish(undefined, body)), "400 openid.stale", "without the cookie");
  const theirs = await begin();
  assert.equal(await refusal(await finish(theirs.cookie, body)), "400 openid.stale", "in another browser");
  assert.equal(await refusal(await finish(theirs.cookie, { ...body, state: new URL(theirs.url).searchParams.get("state") })), "401 openid.not_proven", "a code of another sign-in");
  const good = await begin();
  const theirQuery = await throughProvider(good.url, "lee");
  const once = { state: theirQuery.get("state"), code: theirQuery.get("code") };
  assert.equal((await finish(good.cookie, once)).status, 200);
  assert.equal(await refusal(await finish(good.cookie, once)), "401 openid.not_proven", "replayed");
  assert.equal(await refusal(await finish(good.cookie, { state: once.state, code: "invented" })), "401 openid.not_proven");
  assert.equal(await refusal(await finish("dure_openid=sealed:AAAA", once)), "400 openid.stale");
});

test("another site cannot begin or finish it", async () => {
  for (const path of ["/session/openid", "/session/openid/finish"]) {
    const answer = await fetch(`${server.base}/api/v1${path}`, { method: "POST", headers: { "Sec-Fetch-Site": "cross-site", "Content-Type": "application/json" }, body: "{}" });
    assert.equal(await refusal(answer), "403 http.cross_site", path);
  }
});

test("the provider's new keys are asked for, and its silence is said", async () => {
  const keys = newKeys();
  await startAgain(keys);
  await new Promise((resolve) => setTimeout(resolve, 5_500)); // keys are not asked for more often
  const answer = await signInAs("lee");
  assert.equal(answer.status, 200, await answer.clone().text());
  const { url, cookie } = await begin();
  const query = await throughProvider(url, "lee");
  await provider.stop();
  const down = await finish(cookie, { state: query.get("state"), code: query.get("code") });
  assert.equal(await refusal(down), "502 openid.provider_down");
  await startAgain(keys);
});

/** Moves the focus by Tab until it is on what has the name. */
async function tabTo(page, name) {
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim());
    if (at === name) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

async function atProvider(page, who) {
  await page.locator("input[name=login]").fill(who);
  await page.locator("input[name=password]").fill("any");
  await page.keyboard.press("Enter");
  await page.locator("button[type=submit]", { hasText: /continue/i }).press("Enter");
}

function job(language, width, scheme) {
  const words = sentences(language);
  return async (t) => {
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `openid-${language}-${width}`);
    const open = async (to) => {
      await page.goto(to);
      await page.getByRole("button", { name: words("auth.openid.button", { name: "Test ID" }) }).waitFor();
      await checkPage(page, "sign in");
      await tabTo(page, words("auth.openid.button", { name: "Test ID" }));
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.port === String(providerPort));
    };

    await step("signs in by keyboard and goes on where one was going", async () => {
      await open("/jobs");
      await atProvider(page, "lee");
      await page.waitForURL((url) => url.pathname === "/jobs");
      await page.getByRole("heading", { level: 1 }).waitFor();
      assert.equal(page.url().includes("code="), false, "the code is not left in the address");
    });

    await step("undoes the link", async () => {
      await page.goto("/security");
      await page.getByRole("button", { name: words("security.linked.undo"), exact: true }).press("Enter");
      await page.getByRole("dialog").getByRole("button", { name: words("security.linked.undo"), exact: true }).press("Enter");
      await page.getByText(words("security.linked.done")).waitFor();
      await checkPage(page, "security");
      await page.context().clearCookies();
    });

    await step("says in words who has no account, and leads back", async () => {
      await open("/sign-in");
      await atProvider(page, "stranger");
      await page.getByRole("heading", { name: words("auth.openid.failed") }).waitFor();
      await page.getByText(words("error.openid.no_account", { email: "nobody@elsewhere.example" })).waitFor();
      await checkPage(page, "refused");
      await page.getByRole("link", { name: words("auth.openid.again") }).press("Enter");
      await page.waitForURL((url) => url.pathname === "/sign-in");
      await page.context().clearCookies();
    });

    await step("says that it was cancelled", async () => {
      await page.goto("/sign-in/openid?error=access_denied&state=x");
      await page.getByText(words("auth.openid.cancelled")).waitFor();
      await checkPage(page, "cancelled");
    });
    // The provider's own page asks for a font elsewhere, and has no icon.
    const ours = faults.filter((fault) => !/status of 40[03]|ERR_NAME_NOT_RESOLVED/.test(fault) && !fault.includes(`:${providerPort}/favicon.ico`));
    assert.deepEqual(ours, [], "the browser's console");
    await page.context().close();
  };
}

test("by keyboard in Korean, 1440 px, light", job("ko", 1440, "light"));
test("by keyboard in English, 360 px, dark", job("en", 360, "dark"));

test("the second factor is asked for after the provider, and taken once", async () => {
  const cookie = await signedIn({ email: "kim@dure.example", password: "willow by the winter river" });
  const begun = await (await api("/session/second_factor", { method: "POST", cookie, body: JSON.stringify({ password: "willow by the winter river" }) })).json();
  const on = await api("/session/second_factor", { method: "PUT", cookie, body: JSON.stringify({ code: authenticatorCode(begun.secret) }) });
  assert.equal(on.status, 200);

  const words = sentences("ko");
  const { page } = await openPage(browser, { base: server.base, language: "ko", width: 1440, scheme: "light" });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: words("auth.openid.button", { name: "Test ID" }) }).press("Enter");
  await page.waitForURL((url) => url.port === String(providerPort));
  await atProvider(page, "kim");
  await page.getByLabel(words("auth.code"), { exact: true }).fill("000000");
  await checkPage(page, "code");
  await page.keyboard.press("Enter");
  await page.getByText(words("error.auth.wrong_code")).first().waitFor();
  await page.getByLabel(words("auth.code"), { exact: true }).fill(authenticatorCode(begun.secret, 1));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  await page.context().close();
});

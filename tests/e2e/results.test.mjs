// SPDX-License-Identifier: Apache-2.0
// Results that speak: the hardest week, the maps and spreads, what is paid when, the director's page on one sheet of paper, the
// packages; and a plan that cannot be, read and mended.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkPage, downloaded, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { out, startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("results");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

async function signIn(page, words) {
  await page.goto("/energy/plans");
  await page.getByLabel(words("auth.email")).fill(server.planner.email);
  await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
  await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: words("plan.list.title") }).waitFor();
}

/** A call of the API as the person whom the page knows. */
const api = (page, method, url, body, headers = {}) =>
  page.evaluate(
    async ({ method, url, body, headers }) => {
      const answer = await fetch(`/api/v1${url}`, {
        method,
        headers: { ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, etag: answer.headers.get("ETag"), data: await answer.json().catch(() => undefined) };
    },
    { method, url, body, headers },
  );

const tab = (page, name) => page.getByRole("tab", { name, exact: true });
const drawn = (page, name) => page.getByRole("figure", { name }).locator("[data-drawn]").first().waitFor();

async function computed(page, words) {
  await page.getByText(words("run.status.optimal"), { exact: true }).first().waitFor({ timeout: 120_000 });
  await page.locator("[data-figure]").first().waitFor();
}

/** Pages of a PDF as Chromium writes it. */
const pagesOf = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;

function job(language, width) {
  const words = sentences(language);
  /// A sentence whose figures may be any.
  const like = (key) => {
    const text = words(key, new Proxy({}, { get: () => "\u0001" }));
    return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("\u0001", ".+")}$`);
  };
  return async (t) => {
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme: "light" });
    const step = steps(t, page, `results-${language}-${width}`);
    let run = "";

    await step("computes the example, and says how soon its first chart stands", async () => {
      await signIn(page, words);
      const { data } = await api(page, "GET", "/energy/plans");
      await page.goto(`/energy/plans/${data.items.find(({ example }) => example).id}`);
      await page.getByRole("button", { name: words("plan.action.compute"), exact: true }).click();
      await computed(page, words);
      run = page.url().split("/runs/")[1].split("?")[0];
      const times = [];
      for (let turn = 0; turn < 5; turn += 1) {
        await page.goto("/energy/plans");
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.evaluate((id) => {
          window.begin = performance.now();
          window.first = new Promise((resolve) => {
            const look = () =>
              document.querySelector("[data-drawn]") ? resolve(performance.now() - window.begin) : requestAnimationFrame(look);
            requestAnimationFrame(look);
          });
          window.history.pushState({}, "", `/energy/runs/${id}`);
          window.dispatchEvent(new PopStateEvent("popstate"));
        }, run);
        times.push(await page.evaluate(() => window.first));
      }
      times.sort((a, b) => a - b);
      t.diagnostic(`${language} ${width}: first chart after ${times.map((one) => one.toFixed(0)).join(", ")} ms`);
      // Said, not judged: what a busy machine takes is no fault of the page (the goal is a second).
      assert.equal(times.length, 5);
      await page.getByRole("heading", { name: words("run.adequacy.title") }).waitFor();
      await checkPage(page, "overview");
    });

    await step("finds the hardest week and goes there", async () => {
      await page.goto(`/energy/runs/${run}?tab=dispatch`);
      const note = page.getByTestId("stress");
      await note.waitFor();
      await note.getByRole("button", { name: words("run.stress.show") }).focus();
      await page.keyboard.press("Enter");
      await checkPage(page, "dispatch");
    });

    await step("shows prices as a spread and the year as a map of what one chooses", async () => {
      await page.goto(`/energy/runs/${run}?tab=prices`);
      await page.getByText(words("run.spread.help")).waitFor();
      const choice = page.getByRole("combobox", { name: words("run.map.what") });
      await choice.click();
      await page.getByRole("option", { name: words("run.dispatch.demand"), exact: true }).click();
      await page.waitForURL(/map=demand/);
      await checkPage(page, "prices");
    });

    await step("adds the cost up, says what is paid each year, and gives figures for pictures", async () => {
      await page.goto(`/energy/runs/${run}?tab=economics`);
      await drawn(page, like("run.waterfall.title"));
      await page.getByText(words("run.waterfall.help", { year: 2020 })).waitFor();
      await page.getByText(words("run.levelised.help")).waitFor();
      const figure = page.getByRole("figure", { name: like("run.waterfall.title") });
      await figure.getByRole("button", { name: new RegExp(words("chart.as_table")) }).click();
      assert.ok((await figure.getByRole("row").count()) > 4, "the waterfall's table has rows");
      await checkPage(page, "economics");
    });

    await step("reads amounts by a rate of exchange that names its day and source", async () => {
      await page.goto(`/energy/runs/${run}`);
      const enter = page.getByRole("link", { name: words("run.money.enter"), exact: true });
      const choice = page.getByRole("radiogroup", { name: words("run.money.label"), exact: true });
      await enter.or(choice).first().waitFor();
      if (await enter.isVisible()) {
        await enter.click();
        await page.getByRole("button", { name: words("plan.exchange.add"), exact: true }).click();
        await page.getByRole("textbox", { name: words("plan.exchange.rate", { currency: "EUR" }), exact: true }).fill("1700.5");
        await page.getByRole("textbox", { name: words("plan.exchange.source"), exact: true }).fill("지어낸 환율 · made up");
        await checkPage(page, "exchange");
        await page.getByRole("button", { name: words("plan.save.save"), exact: true }).click();
        await page.getByText(words("plan.save.saved"), { exact: true }).waitFor();
        await page.goto(`/energy/runs/${run}`);
      }
      const cost = page.locator("[data-figure]").first();
      await cost.waitFor();
      const before = await cost.innerText();
      await choice.getByText("KRW", { exact: true }).click();
      await page.waitForURL(/money=KRW/);
      assert.notEqual(await cost.innerText(), before);
      assert.match(await cost.innerText(), language === "ko" ? /조 [\d,]+억 원/ : /KRW [\d.,]+ tn/);
      await page.getByText(/1,700\.5 KRW/).first().waitFor();
      await checkPage(page, "exchanged");
      await page.getByRole("link", { name: words("run.sheet.open") }).click();
      await page.getByTestId("sheet").getByText(/1,700\.5 KRW/).waitFor();
    });

    await step("packs model and results for PyPSA and as a data package", async () => {
      await page.goto(`/energy/runs/${run}?tab=tables`);
      for (const format of ["pypsa", "datapackage"]) {
        const file = await downloaded(page, () => page.getByRole("link", { name: words(`run.export.${format}`) }).click());
        assert.ok(file.bytes.subarray(0, 2).equals(Buffer.from("PK")), `${file.name} is a zip`);
      }
      await checkPage(page, "tables");
    });

    await step("puts the answer on one sheet", async () => {
      await page.goto(`/energy/runs/${run}`);
      await page.getByRole("link", { name: words("run.sheet.open") }).click();
      const sheet = page.getByTestId("sheet");
      await sheet.waitFor();
      await checkPage(page, "sheet");
      for (const key of ["run.sheet.built", "run.limits.title", "run.payments.heading", "run.sheet.ground"])
        await sheet.getByRole("heading", { name: words(key), exact: true }).waitFor();
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
      writeFileSync(path.join(out, `sheet-${language}-${width}.pdf`), pdf);
      assert.equal(pagesOf(pdf), 1, "one page of A4");
    });

    await step("reads why a plan cannot be, and mends it", async () => {
      const { data: plans } = await api(page, "GET", "/energy/plans");
      const example = plans.items.find(({ example: is }) => is);
      const copy = await api(page, "POST", "/energy/plans", { name: `Too much ${language} ${width}`, description: "", copy_of: example.id });
      assert.equal(copy.status, 201, JSON.stringify(copy.data));
      const plan = (await api(page, "GET", `/energy/plans/${copy.data.id}`)).data;
      const limits = plan.model.limits.map((limit) => ({ ...limit, active: limit.kind === "renewable_share", ...(limit.kind === "renewable_share" ? { value: 0.8 } : {}) }));
      const etag = (await api(page, "GET", `/energy/plans/${plan.id}`)).etag;
      const put = await api(page, "PUT", `/energy/plans/${plan.id}`, { name: plan.name, description: plan.description, language: plan.language, model: { ...plan.model, limits } }, { "If-Match": etag });
      assert.equal(put.status, 200, JSON.stringify(put.data));
      await page.goto(`/energy/plans/${plan.id}`);
      await page.getByRole("button", { name: words("plan.action.compute"), exact: true }).click();
      const explanation = page.getByTestId("explanation");
      await explanation.waitFor({ timeout: 120_000 });
      await checkPage(page, "infeasible");
      const label = limits.find(({ active }) => active)[`label_${language}`];
      const card = explanation.getByRole("article").filter({ hasText: label });
      const text = await card.innerText();
      assert.ok(text.includes("80"), `the card says what is asked: ${text}`);
      await card.getByRole("link", { name: like("run.explain.apply") }).click();
      await page.getByRole("button", { name: words("plan.save.save"), exact: true }).click();
      await page.waitForFunction(async (id) => {
        const { model } = await (await fetch(`/api/v1/energy/plans/${id}`)).json();
        return model.limits.some(({ kind, value }) => kind === "renewable_share" && value < 0.8);
      }, plan.id);
      await page.goto(`/energy/plans/${plan.id}`);
      await page.getByRole("button", { name: words("plan.action.compute"), exact: true }).click();
      await computed(page, words);
    });

    assert.deepEqual(faults, []);
    await page.context().close();
  };
}

test("a planner and a director read results in Korean", job("ko", 1440));
test("a planner and a director read results in English, on a telephone", job("en", 360));

// SPDX-License-Identifier: Apache-2.0
// Frame times of a result with 8,784 hours and 30 series. Run by bench/fluid.sh.
import { openBrowser, openPage, sentences } from "../tests/e2e/browser.mjs";
import { startServer } from "../tests/e2e/server.mjs";

const kHours = 8784;
const kPlants = 27; // with the demand, shedding and a battery's flow: 30 series, and its level
const words = sentences("en");

/// A leap year of one bus: plants that differ in cost and availability, a battery, demand by day and season.
function model() {
  const lines = [
    'name = "Thirty series"', 'currency = "EUR"', "price_year = 2020", "discount_rate = 0.05", "[time]", 'start = "2028-01-01T00:00"', 'time_zone = "Asia/Seoul"', `periods = ${kHours}`,
    "[[buses]]", 'name = "city"', 'carrier = "electricity"', "value_of_lost_load = 3000",
    "[[loads]]", 'name = "demand"', 'bus = "city"', 'p_mw = "need"',
    "[[stores]]", 'name = "battery"', 'bus = "city"', 'carrier = ""', "e_nom = 400", "p_nom = 100", "efficiency_store = 0.95", "efficiency_dispatch = 0.95",
  ];
  const series = [["need", "MW"]];
  for (let plant = 0; plant < kPlants; plant += 1) {
    series.push([`air${plant}`, "per_unit"]);
    lines.push("[[generators]]", `name = "plant ${plant}"`, 'bus = "city"', 'carrier = ""', "p_nom = 60", `p_max_pu = "air${plant}"`, `marginal_cost = ${10 + 3 * plant}`);
  }
  for (const [name, unit] of series)
    lines.push("[[series]]", `name = "${name}"`, `unit = "${unit}"`, 'origin = "synthetic"', 'method = "made for a benchmark"', 'file = "series.csv"', `column = "${name}"`);
  const rows = [series.map(([name]) => name).join(",")];
  for (let hour = 0; hour < kHours; hour += 1)
    rows.push(series.map((_, at) => (at === 0 ? 700 + 200 * Math.sin(hour / 3.82) + 150 * Math.cos(hour / 1398) : 0.55 + 0.4 * Math.sin(hour / (5 + at)) * Math.cos(hour / (90 + 7 * at))).toFixed(4)).join(","));
  return [{ name: "model.toml", text: lines.join("\n") }, { name: "series.csv", text: `${rows.join("\n")}\n` }];
}

const server = await startServer("fluid");
const browser = await openBrowser();
const { page } = await openPage(browser, { base: server.base, language: "en", width: 1440, scheme: "light" });
page.setDefaultTimeout(120_000);
await page.goto("/energy/plans");
await page.getByLabel(words("auth.email")).fill(server.planner.email);
await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
await page.getByRole("heading", { level: 1, name: words("plan.list.title") }).waitFor();
const call = (method, url, body) =>
  page.evaluate(
    async ({ method, url, body }) => {
      const answer = await fetch(`/api/v1${url}`, { method, ...(body ? { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {}) });
      return answer.json();
    },
    { method, url, body },
  );
const plan = await call("POST", "/energy/plans", { name: "Thirty series", files: model() });
if (!plan.id) throw new Error(JSON.stringify(plan).slice(0, 600));
const run = await call("POST", `/energy/plans/${plan.id}/runs`, { label: "" });
for (let state = ""; state !== "optimal"; ) {
  ({ status: state } = await call("GET", `/energy/runs/${run.id}`));
  if (["failed", "infeasible"].includes(state)) throw new Error(state);
  await page.waitForTimeout(500);
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const firsts = [];
for (let turn = 0; turn < 7; turn += 1) {
  await page.goto("/energy/plans");
  await page.getByRole("heading", { level: 1 }).waitFor();
  firsts.push(
    await page.evaluate(
      (id) =>
        new Promise((resolve) => {
          const begin = performance.now();
          history.pushState({}, "", `/energy/runs/${id}`);
          dispatchEvent(new PopStateEvent("popstate"));
          const look = () => (document.querySelector("[data-drawn]") ? resolve(performance.now() - begin) : requestAnimationFrame(look));
          requestAnimationFrame(look);
        }),
      run.id,
    ),
  );
}
console.log(`first chart after opening a result: median ${at(firsts, 0.5).toFixed(0)} ms, worst ${Math.max(...firsts).toFixed(0)} ms of ${firsts.length} (goal 1000)`);

/// Frames while something is done.
async function frames(name, action) {
  await page.evaluate(() => {
    window.frames = [];
    window.measuring = true;
    let last = performance.now();
    const tick = (now) => {
      window.frames.push(now - last);
      last = now;
      if (window.measuring) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await action();
  const times = await page.evaluate(() => {
    window.measuring = false;
    return window.frames.slice(1);
  });
  const late = times.filter((time) => time > 100).length;
  console.log(`${name}: ${times.length} frames, median ${at(times, 0.5).toFixed(1)} ms, 95 of 100 within ${at(times, 0.95).toFixed(1)} ms, longest ${Math.max(...times).toFixed(0)} ms, ${late} over 100 ms`);
}

await page.goto(`/energy/runs/${run.id}?tab=dispatch`);
await page.getByTestId("stress").waitFor();
const chart = page.locator("[role=img]").first();
await chart.locator("canvas").waitFor();
await page.waitForTimeout(1500);
const box = await chart.boundingBox();
await page.mouse.move(box.x + box.width / 2, box.y + 150);
await frames("standing still", () => page.waitForTimeout(2000));
await frames("the pointer over the chart", async () => {
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.move(box.x + 80 + step * 16, box.y + 150);
    await page.waitForTimeout(30);
  }
});
await frames("zooming from the year to a day by Ctrl and wheel", async () => {
  await page.keyboard.down("Control");
  for (let step = 0; step < 24; step += 1) {
    await page.mouse.wheel(0, -120);
    await page.waitForTimeout(90);
  }
  await page.keyboard.up("Control");
  await page.waitForTimeout(800);
});
await page.getByRole("button", { name: words("run.dispatch.zoom_out") }).focus();
await frames("moving by arrow keys", async () => {
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(120);
  }
});
await page.getByRole("button", { name: words("run.dispatch.jump.year"), exact: true }).click();
await page.waitForTimeout(1000);
await frames("the hardest week, and back to the year, five times", async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await page.getByTestId("stress").getByRole("button").click();
    await page.waitForTimeout(500);
    await page.getByRole("button", { name: words("run.dispatch.jump.year"), exact: true }).click();
    await page.waitForTimeout(500);
  }
});
await browser.close();
await server.stop();

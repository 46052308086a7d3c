// SPDX-License-Identifier: Apache-2.0
// A Dure of its own for a test: a free port, an empty data folder, the week example (DURE_E2E_EXAMPLE for another).
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const out = process.env.DURE_E2E_OUT ?? path.join(root, "build/e2e");

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** `example: false` begins with an empty database; `setup` is then the address that the console shows. `folder`: of the example. */
export async function startServer(name, { example: withExample = true, folder = "examples/daegu-week", options: more = [], environment = {}, port: wanted } = {}) {
  const port = wanted ?? (await freePort());
  const data = mkdtempSync(path.join(tmpdir(), "dure-e2e-"));
  const example = process.env.DURE_E2E_EXAMPLE ?? path.join(root, folder);
  const web = process.env.DURE_WEB ?? path.join(root, "web/dist");
  const options = [...(withExample ? ["--example", "--example-dir", example] : []), "--web", web, "--port", String(port), "--data-dir", data, ...more];
  const server = spawn(process.env.DURE, ["serve", ...options], { cwd: root, env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  const log = createWriteStream(path.join(out, `${name}-server.log`));
  server.stdout.pipe(log, { end: false });
  server.stderr.pipe(log, { end: false });
  server.once("exit", () => log.end());
  let console = "";
  server.stdout.on("data", (text) => {
    console += text;
  });
  const base = `http://127.0.0.1:${port}`;
  await ready(base, server);
  const { example: accounts } = await (await fetch(`${base}/api/v1/setup`)).json();
  const stop = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    const code = await ended;
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  const as = (wanted) => accounts.find(({ role }) => role === wanted);
  const setup = () => console.match(/http:\S+\/setup#\S+/)?.[0];
  return { base, planner: as("planner"), administrator: as("administrator"), as, setup, stop };
}

async function ready(base, server) {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}: see its log`);
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server was not ready within a minute");
}

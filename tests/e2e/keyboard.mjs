// SPDX-License-Identifier: Apache-2.0
// A window without a mouse: what a test clicks or fills is reached by Tab and the arrow keys, or the test fails.
import assert from "node:assert/strict";

const kMostStops = 400;
const without = new WeakSet();
let patched = false;

/** From now on nobody uses a mouse in this window. */
export function withoutMouse(page) {
  without.add(page);
  if (patched) return page;
  patched = true;
  const locator = Object.getPrototypeOf(page.locator("body"));
  const own = { fill: locator.fill };
  const replace = (name, byKeyboard) => {
    const byMouse = locator[name];
    locator[name] = function (...given) {
      return without.has(this.page()) ? byKeyboard(this, ...given) : byMouse.apply(this, given);
    };
  };
  replace("click", click);
  replace("press", async (wanted, key) => {
    await reach(wanted);
    await wanted.page().keyboard.press(key);
  });
  replace("fill", async (wanted, text) => {
    await reach(wanted);
    // How a date is typed is the browser's own matter, and its language's.
    if (await wanted.evaluate((at) => ["date", "datetime-local", "time"].includes(at.type))) return own.fill.call(wanted, text);
    await wanted.page().keyboard.press("Control+A");
    if (text === "") await wanted.page().keyboard.press("Delete");
    else await wanted.page().keyboard.insertText(text);
  });
  replace("check", (wanted) => set(wanted, true));
  replace("uncheck", (wanted) => set(wanted, false));
  return page;
}

async function click(wanted) {
  const keys = wanted.page().keyboard;
  const { role, type } = await wanted.evaluate((at) => ({ role: at.getAttribute("role"), type: at.type }));
  if (role === "option") return choose(wanted);
  await reach(wanted);
  if (role === "combobox" || (await wanted.getAttribute("aria-haspopup")) === "listbox") {
    if ((await wanted.getAttribute("aria-expanded")) !== "true") await keys.press("ArrowDown");
  } else await keys.press(type === "checkbox" || type === "radio" ? "Space" : "Enter");
}

async function set(wanted, on) {
  await reach(wanted);
  if ((await wanted.isChecked()) !== on) await wanted.page().keyboard.press("Space");
}

/** In a list that is open, whose field has the focus. */
async function choose(wanted) {
  for (let i = 0; i < kMostStops; ++i) {
    if (await wanted.evaluate((at) => at.hasAttribute("data-combobox-selected"))) return wanted.page().keyboard.press("Enter");
    await wanted.page().keyboard.press("ArrowDown");
  }
  assert.fail(`no arrow key reaches ${wanted}`);
}

/** Tab until it has the focus; the arrow keys within what Tab takes for one. */
async function reach(wanted) {
  const page = wanted.page();
  const group = await wanted.evaluate((at) => ({ tab: "Tab", menuitem: "ArrowDown" })[at.getAttribute("role")] ?? null);
  for (let i = 0; i < kMostStops; ++i) {
    const at = await wanted.evaluate((at) => ({
      here: at === document.activeElement && !at.disabled && at.getAttribute("data-disabled") !== "true",
      beside:
        at !== document.activeElement &&
        ((at.getAttribute("role") === "tab" && at.parentElement === document.activeElement?.parentElement) ||
          (at.type === "radio" && document.activeElement?.type === "radio" && at.name === document.activeElement.name)),
      waiting: at.disabled === true,
    }));
    if (at.here) return;
    if (at.waiting) await page.waitForTimeout(50);
    else await page.keyboard.press(at.beside ? "ArrowRight" : (group ?? "Tab"));
  }
  assert.fail(`no Tab reaches ${wanted}`);
}

// SPDX-License-Identifier: Apache-2.0
import "@testing-library/jest-dom/vitest";
import { vi } from "vitest";

// jsdom lacks what Mantine asks of a browser.
window.matchMedia ??= vi.fn().mockImplementation((query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
}));
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView ??= () => {};
globalThis.CSS ??= {} as typeof CSS;
CSS.escape ??= (text: string) => text.replace(/[^a-zA-Z0-9_-]/g, (c) => `\\${c}`);

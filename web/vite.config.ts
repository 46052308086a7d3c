// SPDX-License-Identifier: Apache-2.0
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: { target: "es2022", chunkSizeWarningLimit: 800, assetsInlineLimit: 0 },
  server: { proxy: { "/api": "http://127.0.0.1:8080", "/healthz": "http://127.0.0.1:8080" }, fs: { allow: [".."] } },
  test: { environment: "jsdom", globals: true, pool: "vmThreads", setupFiles: ["src/test/setup.ts"], css: false },
});

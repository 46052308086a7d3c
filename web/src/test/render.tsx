// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { theme } from "../app/theme";

/** A component with what every page stands in: looks and queries, without retries. */
export function renderPart(part: ReactNode) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queries}>{part}</QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, queries };
}

/** The server's answers by "METHOD /path"; what is not listed is 404. Gives back what was asked. */
export function answer(answers: Record<string, { status?: number; body?: unknown }>) {
  const asked: { call: string; body: string; language: string | null }[] = [];
  globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(
      input instanceof Request ? input : new URL(String(input), "http://localhost"),
      init,
    );
    const call = `${request.method} ${new URL(request.url).pathname.replace("/api/v1", "")}`;
    asked.push({ call, body: await request.text(), language: request.headers.get("Accept-Language") });
    const { status = 200, body } = answers[call] ?? { status: 404 };
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { "content-type": status < 400 ? "application/json" : "application/problem+json" },
    });
  };
  return asked;
}

// SPDX-License-Identifier: Apache-2.0
import createClient, { type Middleware } from "openapi-fetch";
import { currentLanguage } from "../i18n";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** A refusal of the server: the problem it sent, or a lost connection (`status` 0, code `offline`). */
export class ApiError extends Error {
  readonly problem: Schemas["Problem"];
  constructor(problem: Schemas["Problem"]) {
    super(problem.title);
    this.problem = problem;
  }
  get status() {
    return this.problem.status;
  }
  get code() {
    return this.problem.code;
  }
}

const language: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", currentLanguage());
    return request;
  },
};

export const client = createClient<paths>({
  baseUrl: `${window.location.origin}/api/v1`,
  fetch: (request) => fetch(request),
});
client.use(language);

function unknownProblem(status: number, code: string): Schemas["Problem"] {
  return {
    type: `urn:dure:problem:${code}`,
    title: code,
    status,
    code,
    params: {},
    errors: [],
    request_id: "",
  };
}

function isProblem(value: unknown): value is Schemas["Problem"] {
  return typeof value === "object" && value !== null && "code" in value && "status" in value;
}

/** Data and ETag of a call, or an ApiError thrown. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<{ data: T; etag: string }> {
  let result: { data?: T; error?: unknown; response: Response };
  try {
    result = await call;
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === "AbortError") throw reason;
    throw new ApiError(unknownProblem(0, "offline"));
  }
  const { data, error, response } = result;
  if (!response.ok) {
    throw new ApiError(isProblem(error) ? error : unknownProblem(response.status, "http.unexpected"));
  }
  return { data: data as T, etag: response.headers.get("ETag") ?? "" };
}

// SPDX-License-Identifier: Apache-2.0
import { ApiError, type Schemas } from "../../api/client";
import { currentLanguage } from "../../i18n";
import type { Subject } from "./api";

/** tus 1.0.0 (tus.io): a file goes up in pieces, each of which the server keeps for good before it answers. */

const kVersion = { "Tus-Resumable": "1.0.0" };
const kPauses = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** UTF-8 in base64, as Upload-Metadata wants it. */
export function base64(text: string): string {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

export function metadata(values: Record<string, string>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(",");
}

/** By which a file that is chosen again is known to be the same. */
export const fingerprint = (file: File) => `${file.size} ${file.lastModified}`;

async function problemOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Schemas["Problem"] | null;
  return new ApiError(
    problem ?? {
      type: "urn:dure:problem:http.unexpected",
      title: "http.unexpected",
      status: response.status,
      code: "http.unexpected",
      params: {},
      errors: [],
      request_id: "",
    },
  );
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, {
    ...init,
    headers: { ...kVersion, "Accept-Language": currentLanguage(), ...init.headers },
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

const offsetOf = (response: Response) => Number(response.headers.get("Upload-Offset") ?? "0");

/** Announces a file; the id of its upload. */
export async function beginUpload(file: File, subject: Subject, signal: AbortSignal): Promise<string> {
  const response = await ask("/api/v1/uploads", {
    method: "POST",
    signal,
    headers: {
      "Upload-Length": String(file.size),
      "Upload-Metadata": metadata({
        filename: file.name,
        subject_kind: subject.kind,
        subject_id: subject.id,
        fingerprint: fingerprint(file),
      }),
    },
  });
  return (response.headers.get("Location") ?? "").split("/").at(-1) ?? "";
}

export async function offsetAt(id: string, signal: AbortSignal): Promise<number> {
  return offsetOf(await ask(`/api/v1/uploads/${id}`, { method: "HEAD", signal }));
}

export async function endUpload(id: string): Promise<void> {
  await ask(`/api/v1/uploads/${id}`, { method: "DELETE" });
}

/** Whether trying again later can help: no connection, a server that is starting or has too much to do. */
const passes = (error: unknown) =>
  error instanceof TypeError ||
  (error instanceof ApiError && [409, 423, 429, 500, 502, 503, 504].includes(error.status));

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/** Sends the rest of the file from where the server is; goes on by itself after a break, for about half a minute each time. */
export async function sendRest(props: {
  id: string;
  file: File;
  chunk: number;
  signal: AbortSignal;
  onProgress: (received: number, waiting: boolean) => void;
}): Promise<void> {
  const { id, file, chunk, signal, onProgress } = props;
  let failures = 0;
  let offset: number | null = null;
  while (offset === null || offset < file.size) {
    try {
      if (offset === null) {
        offset = await offsetAt(id, signal);
      } else {
        const response = await ask(`/api/v1/uploads/${id}`, {
          method: "PATCH",
          signal,
          headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) },
          body: file.slice(offset, offset + chunk),
        });
        offset = offsetOf(response);
      }
      failures = 0;
      onProgress(offset, false);
    } catch (error) {
      const wait = kPauses[failures++];
      if (signal.aborted || !passes(error) || wait === undefined) throw error;
      onProgress(offset ?? 0, true);
      await pause(wait, signal);
      offset = null;
    }
  }
}

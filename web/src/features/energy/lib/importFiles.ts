// SPDX-License-Identifier: Apache-2.0
// Files that a person drops for a new plan: a TOML model with its CSV series, or a PyPSA CSV folder.

import type { TextFile } from "../api/types";

export const kMostFiles = 200;
export const kMostBytes = 64 * 1024 * 1024;

export type ImportKind = "toml" | "pypsa";

export interface Chosen {
  /// As dropped, with folders: "daegu/model.toml".
  path: string;
  size: number;
  text: () => Promise<string>;
}

export type Selection =
  | { ok: true; kind: ImportKind; files: Chosen[]; ignored: string[] }
  | {
      ok: false;
      code: "none" | "no_model" | "two_models" | "too_many" | "too_large";
      params: Record<string, string>;
    };

/// What of the dropped files makes a plan. Only .toml and .csv count; others are named as ignored. A TOML model wins; without one,
/// buses.csv says that it is a PyPSA folder.
export function select(chosen: Chosen[]): Selection {
  const useful = chosen.filter(({ path }) => /\.(toml|csv)$/i.test(path) && !/(^|\/)\./.test(path));
  const ignored = chosen.filter((file) => !useful.includes(file)).map(({ path }) => path);
  const models = useful.filter(({ path }) => /\.toml$/i.test(path));
  const isPypsa = useful.some(({ path }) => baseName(path).toLowerCase() === "buses.csv");
  if (useful.length === 0) return { ok: false, code: "none", params: {} };
  if (models.length > 1)
    return { ok: false, code: "two_models", params: { files: models.map(({ path }) => path).join(", ") } };
  if (models.length === 0 && !isPypsa) return { ok: false, code: "no_model", params: {} };
  if (useful.length > kMostFiles)
    return { ok: false, code: "too_many", params: { most: String(kMostFiles) } };
  const bytes = useful.reduce((sum, { size }) => sum + size, 0);
  if (bytes > kMostBytes)
    return { ok: false, code: "too_large", params: { most_mb: String(kMostBytes / 1024 / 1024) } };
  return { ok: true, kind: models.length === 1 ? "toml" : "pypsa", files: useful, ignored };
}

/// Names without the folder that all share, as the server expects them: "model.toml", "series.csv".
export async function read(files: Chosen[]): Promise<TextFile[]> {
  const folder = commonFolder(files.map(({ path }) => path));
  return Promise.all(
    files.map(async ({ path, text }) => ({ name: path.slice(folder.length), text: await text() })),
  );
}

export function commonFolder(paths: string[]): string {
  const [first = ""] = paths;
  const folder = first.slice(0, first.lastIndexOf("/") + 1);
  if (paths.every((path) => path.startsWith(folder))) return folder;
  return folder === "" ? "" : commonFolder([folder.slice(0, -1), ...paths]);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

// SPDX-License-Identifier: Apache-2.0

interface Node {
  id: string;
  parent?: string | undefined;
}

/** Each with how deep it stands: parents before what inherits from them, in the order given among themselves. */
export function treeOf<T extends Node>(all: T[]): { one: T; depth: number }[] {
  const known = new Set(all.map(({ id }) => id));
  const below = (parent: string | undefined, depth: number): { one: T; depth: number }[] =>
    all
      .filter((one) => (one.parent && known.has(one.parent) ? one.parent : undefined) === parent)
      .flatMap((one) => [{ one, depth }, ...below(one.id, depth + 1)]);
  return below(undefined, 0);
}

/** Those that inherit from it, itself among them. */
export function below<T extends Node>(all: T[], id: string): Set<string> {
  const found = new Set([id]);
  for (const { one } of treeOf(all)) if (one.parent && found.has(one.parent)) found.add(one.id);
  return found;
}

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { PlanContent } from "../api/types";
import { type Action, draftOf, errorsAt, freeName, isDirty, placeOf, reduce, tabOf } from "./draft";
import { join, parts, same, valueAt, withValue } from "./pointer";

const content: PlanContent = {
  name: "Daegu",
  description: "",
  model: {
    name: "Daegu",
    currency: "EUR",
    price_year: 2020,
    discount_rate: 0.05,
    time: { start: "2030-01-01T00:00", time_zone: "Asia/Seoul", periods: 8760 },
    buses: [{ name: "electricity", carrier: "electricity" }],
    generators: [
      { name: "pv", bus: "electricity", p_nom: { extendable: true, maximum: 5000 } },
      { name: "gas", bus: "electricity" },
    ],
    limits: [{ name: "co2", kind: "co2_cap", value: 100 }],
  },
};

function after(...actions: Action[]) {
  return actions.reduce(reduce, draftOf(content));
}

const set = (pointer: string, value: unknown, at = 0): Action => ({ type: "set", pointer, value, at });

describe("a pointer", () => {
  it("reads, writes and makes what is missing, and leaves the original alone", () => {
    const changed = withValue(content, "/model/generators/1/p_nom/maximum", 7);
    expect(valueAt(changed, "/model/generators/1/p_nom/maximum")).toBe(7);
    expect(content.model.generators?.[1]?.p_nom).toBeUndefined();
    expect(
      valueAt(
        withValue(changed, "/model/generators/1/p_nom/maximum", undefined),
        "/model/generators/1/p_nom",
      ),
    ).toEqual({});
  });
  it("escapes slashes and tildes", () => {
    expect(parts(join("a/b", "c~d", 3))).toEqual(["a/b", "c~d", "3"]);
  });
  it("compares as JSON", () => {
    expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
  });
});

describe("editing a plan", () => {
  it("can be undone and done again", () => {
    const edited = after(set("/model/discount_rate", 0.03));
    expect(isDirty(edited)).toBe(true);
    const undone = reduce(edited, { type: "undo" });
    expect(isDirty(undone)).toBe(false);
    expect(reduce(undone, { type: "redo" }).present.model.discount_rate).toBe(0.03);
  });
  it("takes typing in one field as one step and another field as the next", () => {
    const typed = after(
      set("/name", "D", 0),
      set("/name", "Da", 300),
      set("/name", "Dae", 600),
      set("/description", "x", 700),
      set("/name", "Z", 5000),
    );
    expect(typed.past).toHaveLength(3);
    expect(reduce(reduce(typed, { type: "undo" }), { type: "undo" }).present.name).toBe("Dae");
  });
  it("forgets the undone when something new is done, and does nothing for no change", () => {
    const branched = after(set("/name", "A", 0), { type: "undo" }, set("/name", "B", 5000));
    expect(branched.future).toEqual([]);
    expect(after(set("/name", "Daegu")).past).toEqual([]);
  });
  it("adds and removes technologies, dropping errors that would point elsewhere", () => {
    const added = after({ type: "add", list: "stores", item: { name: "battery" } });
    expect(added.present.model.stores).toEqual([{ name: "battery" }]);
    const removed = after(
      { type: "refused", errors: [{ pointer: "/model/generators/1/bus", code: "x", params: {} }] },
      { type: "remove", list: "generators", index: 0 },
    );
    expect(removed.present.model.generators?.map(({ name }) => name)).toEqual(["gas"]);
    expect(removed.errors).toEqual([]);
    expect(reduce(removed, { type: "undo" }).present.model.generators).toHaveLength(2);
  });
  it("keeps the server's word about a field until the field changes", () => {
    const refused = after({
      type: "refused",
      errors: [{ pointer: "/model/discount_rate", code: "number.too_big", params: {} }],
    });
    expect(errorsAt(refused.errors, "/model/discount_rate")).toHaveLength(1);
    expect(reduce(refused, set("/model/discount_rate", 0.1)).errors).toEqual([]);
  });
  it("is clean once saved, and can still be undone", () => {
    const edited = after(set("/name", "New"));
    const saved = reduce(edited, { type: "saved", sent: edited.present, content: edited.present });
    expect(isDirty(saved)).toBe(false);
    expect(isDirty(reduce(saved, { type: "undo" }))).toBe(true);
  });
  it("can be thrown away, and that can be undone too", () => {
    const thrown = after(set("/name", "New"), { type: "discard" });
    expect(thrown.present.name).toBe("Daegu");
    expect(reduce(thrown, { type: "undo" }).present.name).toBe("New");
  });
});

describe("names and places", () => {
  it("never give two parts the same name", () => {
    expect(freeName(content.model, "wind")).toBe("wind");
    expect(freeName(content.model, "pv")).toBe("pv_2");
  });
  it("say where a finding is mended", () => {
    expect(tabOf("/limits/0/value")).toBe("limits");
    expect(tabOf("/generators/0/p_max_pu")).toBe("assumptions");
    expect(placeOf(content.model, "/generators/0/p_nom/maximum")).toEqual({
      list: "generators",
      name: "pv",
      field: "p_nom/maximum",
    });
    expect(placeOf(content.model, "/discount_rate")).toEqual({ list: "model", field: "discount_rate" });
  });
});

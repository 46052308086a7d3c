// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { contentOf, valuesOf } from "./yearForm";

describe("the centre's year as a form", () => {
  it("puts work and money to the tasks that they name", () => {
    const values = {
      ...valuesOf(),
      year: "2027",
      title: "2027",
      staff: [{ name: "A", months: "12" }],
      budget: [{ code: "E", name: "Audits", amount: "100", source: "" }],
      tasks: [
        { title: "One", begins: "2027-01-01", ends: "2027-06-30", state: "open" },
        { title: "Two", begins: "2027-01-01", ends: "2027-12-31", state: "doing" },
      ],
      work: [{ task: "2", name: "A", months: "3" }],
      money: [{ task: "1", line: "E", amount: "40" }],
    };
    const content = contentOf(values, "en");
    expect(content.tasks?.[0]).toMatchObject({ title: "One", staff: [], money: [{ line: "E", amount: 40 }] });
    expect(content.tasks?.[1]).toMatchObject({ staff: [{ name: "A", months: 3 }], money: [] });
    expect(content.budget).toEqual([{ code: "E", name: "Audits", amount: 100 }]);
  });
  it("comes back from a record as it went in", () => {
    const tasks = [
      {
        title: "One",
        begins: "2027-01-01",
        ends: "2027-06-30",
        staff: [{ name: "A", months: 2 }],
        money: [],
        measures: ["m"],
      },
    ];
    const values = valuesOf({ year: 2027, title: "T", tasks, staff: [], budget: [] } as never);
    expect(contentOf(values, "ko").tasks).toEqual(tasks);
  });
});

// SPDX-License-Identifier: Apache-2.0
import i18n from "i18next";
import { beforeAll, expect, test } from "vitest";
import { startI18n } from "../../../i18n";
import type { Network } from "../api/types";
import { nameOf } from "./names";

beforeAll(() => startI18n("en"));

const model = {
  buses: [{ name: "heat", carrier: "heat", label_ko: "지역난방 열", label_en: "District heat" }],
  generators: [
    { name: "grid", bus: "e", marginal_cost: "import_price", label_ko: "전력망 구매", label_en: "Import" },
    { name: "a", bus: "e", p_max_pu: "sun", label_ko: "지붕", label_en: "Roofs" },
    { name: "b", bus: "e", p_max_pu: "sun", label_ko: "지상", label_en: "Ground" },
  ],
} as unknown as Network;
const series = (name: string) => ({ list: "series", name, field: "", label_ko: "", label_en: "" });
const output = {
  list: "links",
  name: "pump",
  field: "outputs/heat/efficiency",
  label_ko: "히트펌프",
  label_en: "Heat pump",
};

test.each([
  ["ko", series("import_price"), "전력망 구매 · 운전비(시계열)"],
  ["en", series("import_price"), "Import · running cost (series)"],
  ["ko", series("sun"), "지붕 외 1 · 이용 가능률(시계열)"],
  ["en", series("sun@2012"), "Roofs and 1 more · availability (series) · 2012"],
  ["en", series("spare"), "spare · Series"],
  ["ko", output, "히트펌프 · 출력 · 지역난방 열 · 효율"],
  ["en", output, "Heat pump · outputs · District heat · efficiency"],
] as const)("in %s a number is called as people say it", (language, one, name) => {
  expect(nameOf(one, i18n.getFixedT(language), language, model)).toBe(name);
});

// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { countryName, languageName } from "../people/countries";
import type { Say } from "./changes";

/** Where the pages keep the sentences of a field's codes. */
const kCodes: Record<string, string[]> = {
  activities: ["network.activity"],
  ballot: ["board.ballot"],
  basis: ["network.growth.basis"],
  choice: ["board.choice"],
  desk: ["approval.desk"],
  end_use: ["measure.end_use"],
  kind: ["people.kind", "contact.kind", "approval.kind", "figures.kind", "programme.kind", "forecast.kind"],
  kinds: ["people.kind"],
  majority: ["board.majority"],
  majority_of: ["board.rule.of"],
  method: ["figures.method"],
  presence: ["board.presence"],
  purpose: ["consent.purpose"],
  role: ["accounts.roles"],
  roles: ["accounts.roles"],
  sector: ["measure.sector"],
  size_class: ["network.size"],
  state: [
    "board.state",
    "board.item_state",
    "approval.state",
    "jobs.state",
    "centre_year.state",
    "centre_year.task",
  ],
  task: ["approval.task"],
};

const kInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** How an entry about this kind of record is said. `people`: the names of accounts by their ids. */
export function useSay(kind: string, people?: ReadonlyMap<string, string>): Say {
  const { t } = useTranslation();
  const ofPeople = kind === "person" || kind === "organisation";
  return {
    name: (name, tag, primary) =>
      t(primary ? "audit.name_primary" : "audit.name_other", {
        name,
        language: languageName(tag, currentLanguage()),
      }),
    field: (field) => {
      const keys = [`audit.fields.${field}`, `people.field.${field}`];
      return t(ofPeople ? keys.reverse() : keys, field);
    },
    value: (field, text) => {
      if (text === "true") return t("common.yes");
      if (text === "false") return t("common.no");
      if (field === "country") return countryName(text, currentLanguage());
      if (field === "language") return languageName(text, currentLanguage());
      if (kInstant.test(text)) return formatInstant(text, currentLanguage());
      const known = people?.get(text);
      if (known !== undefined) return known;
      const where = kCodes[field];
      return where
        ? t(
            where.map((topic) => `${topic}.${text}`),
            text,
          )
        : text;
    },
  };
}

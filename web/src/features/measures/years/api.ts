// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from "../../../api/client";
import { keptApi } from "../kept/api";

export type CentreYear = Schemas["CentreYear"];
export type CentreYearContent = Schemas["CentreYearContent"];
export type CentreTask = Schemas["CentreTask"];

export const kYearStates: Schemas["CentreYearState"][] = ["draft", "adopted", "closed"];
export const kTaskStates: Schemas["CentreTaskState"][] = ["open", "doing", "done", "dropped"];

export const centreYears = keptApi<CentreYear, CentreYear, CentreYearContent>(
  "/energy/centre_years",
  "centre_year",
);

// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from "../../../api/client";
import { keptApi } from "../kept/api";

export type Programme = Schemas["Programme"];
export type ProgrammeContent = Schemas["ProgrammeContent"];
export type ProgrammeResult = Schemas["ProgrammeResult"];

export const kProgrammeKinds: Schemas["ProgrammeKind"][] = ["audit", "company_support", "training", "other"];

export const programmes = keptApi<Programme, Programme, ProgrammeContent>(
  "/energy/programmes",
  "energy_programme",
);

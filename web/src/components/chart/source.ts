// SPDX-License-Identifier: Apache-2.0
import { createContext } from "react";

/** Where the figures of all charts within it come from, as a sentence. It stands under each chart and goes with each file. */
export const ChartSource = createContext<string | undefined>(undefined);

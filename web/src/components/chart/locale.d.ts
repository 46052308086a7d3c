// SPDX-License-Identifier: Apache-2.0
// ECharts ships its locales without types.
declare module "echarts/lib/i18n/langKO.js" {
  import type { registerLocale } from "echarts/core";

  const locale: Parameters<typeof registerLocale>[1];
  export default locale;
}

// SPDX-License-Identifier: Apache-2.0
// The parts of ECharts that Dure draws with. Only imported lazily: this is the heaviest thing the page loads.
import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  AxisPointerComponent,
  DatasetComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import { type EChartsType, init, registerLocale, use } from "echarts/core";
import { LabelLayout, UniversalTransition } from "echarts/features";
import ko from "echarts/lib/i18n/langKO.js";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

use([
  AriaComponent,
  AxisPointerComponent,
  BarChart,
  CanvasRenderer,
  CustomChart,
  DataZoomComponent,
  DatasetComponent,
  GridComponent,
  HeatmapChart,
  LabelLayout,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  SVGRenderer,
  SankeyChart,
  ScatterChart,
  TitleComponent,
  TooltipComponent,
  UniversalTransition,
  VisualMapComponent,
]);
registerLocale("KO", ko);

export { type EChartsType, init };

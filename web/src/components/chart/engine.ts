// SPDX-License-Identifier: Apache-2.0
// The parts of ECharts that Dure draws with. Only imported lazily: this is the heaviest thing the page loads.
import {
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  MapChart,
  SankeyChart,
  ScatterChart,
} from "echarts/charts";
import {
  AriaComponent,
  AxisPointerComponent,
  DatasetComponent,
  DataZoomComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import { type EChartsType, getMap, init, registerLocale, registerMap, use } from "echarts/core";
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
  GeoComponent,
  GridComponent,
  HeatmapChart,
  LabelLayout,
  LegendComponent,
  LineChart,
  MapChart,
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

export { type EChartsType, getMap, init, registerMap };

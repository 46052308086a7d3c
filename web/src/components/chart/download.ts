// SPDX-License-Identifier: Apache-2.0
import type { EChartsCoreOption } from "echarts/core";

export type ImageKind = "png" | "svg";

export function save(url: string, name: string) {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}

export function saveText(text: string, type: string, name: string) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  save(url, name);
  // The browser has taken the text once the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Draws the option anew, off the screen and without moving, and saves it as an image. */
export async function saveImage(
  kind: ImageKind,
  option: EChartsCoreOption,
  size: { width: number; height: number },
  background: string,
  name: string,
) {
  const { init } = await import("./engine");
  const place = document.createElement("div");
  const chart = init(place, null, { ...size, renderer: kind === "svg" ? "svg" : "canvas" });
  try {
    chart.setOption({ ...option, animation: false });
    if (kind === "svg") {
      saveText(chart.renderToSVGString(), "image/svg+xml", `${name}.svg`);
    } else {
      save(chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: background }), `${name}.png`);
    }
  } finally {
    chart.dispose();
  }
}

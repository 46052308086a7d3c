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

/** What stands around the picture in a file: there it has no page to explain it. */
export interface Frame {
  title: string;
  source: string | undefined;
  text: string;
  background: string;
  /** CSS font families. */
  family: string;
}

const kHead = 40;
const kLine = 18;
const kMargin = 12;

/** The words in lines that are no wider than that. */
export function lines(words: string, width: number, measure: (text: string) => number): string[] {
  const made: string[] = [];
  for (const word of words.split(" ").filter(Boolean)) {
    const last = made.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
  }
  return made;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

/** Draws the option anew, off the screen and without moving, and saves it as an image with its title and source. */
export async function saveImage(
  kind: ImageKind,
  option: EChartsCoreOption,
  size: { width: number; height: number },
  frame: Frame,
  name: string,
) {
  const { init } = await import("./engine");
  const place = document.createElement("div");
  const chart = init(place, null, {
    ...size,
    renderer: kind === "svg" ? "svg" : "canvas",
    devicePixelRatio: 2,
  });
  const fonts = { title: `600 16px ${frame.family}`, source: `12px ${frame.family}` };
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.font = fonts.source;
  const source = lines(frame.source ?? "", size.width - 2 * kMargin, (text) => pen.measureText(text).width);
  const height = kHead + size.height + kMargin + source.length * kLine;
  const line = (at: number) => kHead + size.height + kLine * (at + 0.75);
  try {
    chart.setOption({ ...option, animation: false });
    if (kind === "svg") {
      const text = (words: string, y: number, font: string) =>
        `<text x="${kMargin}" y="${y}" style="font:${escaped(font)}" fill="${frame.text}">${escaped(words)}</text>`;
      saveText(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}">` +
          `<rect width="100%" height="100%" fill="${frame.background}"/>` +
          text(frame.title, 26, fonts.title) +
          chart.renderToSVGString().replace("<svg ", `<svg y="${kHead}" `) +
          source.map((words, at) => text(words, line(at), fonts.source)).join("") +
          "</svg>",
        "image/svg+xml",
        `${name}.svg`,
      );
    } else {
      canvas.width = 2 * size.width;
      canvas.height = 2 * height;
      pen.scale(2, 2);
      pen.fillStyle = frame.background;
      pen.fillRect(0, 0, size.width, height);
      pen.fillStyle = frame.text;
      pen.font = fonts.title;
      pen.fillText(frame.title, kMargin, 26);
      pen.drawImage(chart.renderToCanvas({ pixelRatio: 2 }), 0, kHead, size.width, size.height);
      pen.font = fonts.source;
      for (const [at, words] of source.entries()) pen.fillText(words, kMargin, line(at));
      save(canvas.toDataURL("image/png"), `${name}.png`);
    }
  } finally {
    chart.dispose();
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A small curve without axes; the words beside it carry the numbers. Long series are drawn as the range within each pixel.
export function Sparkline({
  values,
  width = 220,
  height = 44,
  label,
}: {
  values: number[];
  width?: number;
  height?: number;
  label: string;
}) {
  const columns = Math.min(width, values.length);
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const span = high - low || 1;
  const y = (value: number) => (height - 2 - ((value - low) / span) * (height - 4)).toFixed(1);
  const tops: string[] = [];
  const bottoms: string[] = [];
  for (let column = 0; column < columns; column += 1) {
    const slice = values.slice(
      Math.floor((column * values.length) / columns),
      Math.max(Math.floor(((column + 1) * values.length) / columns), 1),
    );
    const x = ((column / Math.max(1, columns - 1)) * width).toFixed(1);
    tops.push(`${x},${y(Math.max(...slice))}`);
    bottoms.unshift(`${x},${y(Math.min(...slice))}`);
  }
  return (
    <svg
      width="100%"
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <polygon
        points={[...tops, ...bottoms].join(" ")}
        fill="var(--mantine-primary-color-filled)"
        fillOpacity={0.55}
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={1}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

// SPDX-License-Identifier: Apache-2.0

/** The mark: three threads, each its own, pooled into one cloth. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="11" fill="var(--dure-mark, #17375e)" />
      <g fill="none" strokeWidth="4.2" strokeLinecap="round">
        <path d="M8 11c8.500 0 8.500 9 16 9h8" stroke="#f59a4a" />
        <path d="M8 29c8.500 0 8.500-9 16-9" stroke="#6fb3ee" />
        <path d="M8 20h24" stroke="#ffffff" />
      </g>
    </svg>
  );
}

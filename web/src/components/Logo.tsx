// SPDX-License-Identifier: Apache-2.0

/** The mark: threads that cross and go on together. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#1d4a7d" />
      <g fill="none" strokeWidth="3" strokeLinecap="round">
        <path d="M6 11c7 0 7 10 13 10h7" stroke="#f2a541" />
        <path d="M6 21c7 0 7-10 13-10h7" stroke="#8cc3f0" />
        <path d="M6 16h20" stroke="#ffffff" />
      </g>
    </svg>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Link, useLocation } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { useMay } from "../app/session";
import classes from "./DeskTabs.module.css";

export interface DeskTab {
  to: string;
  label: string;
  /** The operation that a person must be allowed to find it here. */
  needs: string;
  /** Where else one is still within it: pages that stand beside its first. */
  also?: string[];
}

/** A desk's pages, in the order in which one works with them. */
export function DeskTabs(props: { label: string; colour: string; tabs: DeskTab[] }) {
  const may = useMay();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const within = (to: string) => path === to || path.startsWith(`${to}/`);
  return (
    <nav
      className={`${classes.tabs} no-print`}
      aria-label={props.label}
      style={{ "--desk": props.colour } as CSSProperties}
    >
      {props.tabs
        .filter(({ needs }) => may(needs))
        .map(({ to, label, also = [] }) => (
          <Link
            key={to}
            to={to}
            className={classes.tab}
            data-here={[to, ...also].some(within) || undefined}
            aria-current={path === to ? "page" : undefined}
          >
            {label}
          </Link>
        ))}
    </nav>
  );
}

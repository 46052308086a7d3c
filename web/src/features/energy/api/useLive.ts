// SPDX-License-Identifier: Apache-2.0
// Asks for the plan with changes while a lever moves: one question is on its way, of those that come meanwhile only the newest is
// kept, and an answer that was overtaken is dropped.

import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, client, unwrap } from "../../../api/client";
import type { Variation, WhatIfAnswer } from "./types";

interface Question {
  variations: Variation[];
  settled: boolean;
}

export interface Live {
  answer: WhatIfAnswer | undefined;
  error: unknown;
  busy: boolean;
  /// Milliseconds from the newest question that was answered to its answer.
  latency: number | undefined;
  ask: (variations: Variation[], settled: boolean) => void;
}

const kCrowded = 429;

export function useLive(planId: string): Live {
  const [state, setState] = useState<Omit<Live, "ask">>({
    answer: undefined,
    error: undefined,
    busy: false,
    latency: undefined,
  });
  const flying = useRef<AbortController | undefined>(undefined);
  const next = useRef<Question | undefined>(undefined);

  const send = useCallback(
    async (question: Question) => {
      const flight = new AbortController();
      flying.current = flight;
      setState((before) => ({ ...before, busy: true }));
      const began = performance.now();
      try {
        const { data } = await unwrap(
          client.POST("/energy/plans/{plan_id}/what_if", {
            params: { path: { plan_id: planId } },
            body: question,
            signal: flight.signal,
          }),
        );
        if (flying.current !== flight) return;
        const latency = performance.now() - began;
        setState((before) =>
          data.status === "superseded"
            ? { ...before, error: undefined }
            : { ...before, answer: data, error: undefined, latency },
        );
      } catch (error) {
        if (flying.current !== flight) return;
        if (error instanceof ApiError && error.status === kCrowded) {
          await new Promise((resolve) => setTimeout(resolve, 1000));
          if (flying.current !== flight) return;
          next.current ??= question;
        }
        setState((before) => ({ ...before, error }));
      }
      flying.current = undefined;
      const waiting = next.current;
      next.current = undefined;
      if (waiting) void send(waiting);
      else setState((before) => ({ ...before, busy: false }));
    },
    [planId],
  );

  const ask = useCallback(
    (variations: Variation[], settled: boolean) => {
      const question = { variations, settled };
      // Once the lever rests, what is on its way no longer counts.
      if (flying.current && settled) {
        flying.current.abort();
        flying.current = undefined;
        next.current = undefined;
      }
      if (flying.current) next.current = question;
      else void send(question);
    },
    [send],
  );

  useEffect(
    () => () => {
      flying.current?.abort();
      flying.current = undefined;
      next.current = undefined;
    },
    [],
  );
  return { ...state, ask };
}

// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from "react";
import { ApiError } from "../../api/client";
import type { Subject } from "./api";
import { beginUpload, endUpload, sendRest } from "./tus";

export type TaskState = "sending" | "waiting" | "paused" | "failed";

/** A file on its way up. It goes on while other pages are looked at. */
export interface Task {
  key: string;
  subject: Subject;
  file: File;
  upload: string | null;
  received: number;
  state: TaskState;
  error: unknown;
}

let tasks: readonly Task[] = [];
const listeners = new Set<() => void>();
const stops = new Map<string, AbortController>();
let next = 0;

function show(changed: readonly Task[]) {
  tasks = changed;
  for (const listener of listeners) listener();
}

const update = (key: string, part: Partial<Task>) =>
  show(tasks.map((task) => (task.key === key ? { ...task, ...part } : task)));
const find = (key: string) => tasks.find((task) => task.key === key);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTasks(subject: Subject): Task[] {
  const all = useSyncExternalStore(subscribe, () => tasks);
  return all.filter((task) => task.subject.kind === subject.kind && task.subject.id === subject.id);
}

/** Told of every upload that came to its end, whatever page is open. */
type Done = (subject: Subject, name: string) => void;

async function run(key: string, chunk: number, onDone: Done) {
  const stop = new AbortController();
  stops.set(key, stop);
  update(key, { state: "sending", error: null });
  try {
    const task = find(key);
    if (!task) return;
    const id = task.upload ?? (await beginUpload(task.file, task.subject, stop.signal));
    update(key, { upload: id });
    await sendRest({
      id,
      file: task.file,
      chunk,
      signal: stop.signal,
      onProgress: (received, waiting) => update(key, { received, state: waiting ? "waiting" : "sending" }),
    });
    show(tasks.filter((one) => one.key !== key));
    onDone(task.subject, task.file.name);
  } catch (error) {
    if (!stop.signal.aborted) update(key, { state: "failed", error });
  } finally {
    if (stops.get(key) === stop) stops.delete(key);
  }
}

export function startTask(props: {
  subject: Subject;
  file: File;
  upload?: string;
  chunk: number;
  onDone: Done;
}) {
  const { subject, file, upload, chunk, onDone } = props;
  const key = String(next++);
  show([
    ...tasks,
    { key, subject, file, upload: upload ?? null, received: 0, state: "sending", error: null },
  ]);
  void run(key, chunk, onDone);
}

export function pauseTask(key: string) {
  stops.get(key)?.abort();
  update(key, { state: "paused" });
}

export const resumeTask = (key: string, chunk: number, onDone: Done) => void run(key, chunk, onDone);

/** What has arrived is given up, too. */
export async function cancelTask(key: string) {
  stops.get(key)?.abort();
  const upload = find(key)?.upload;
  show(tasks.filter((one) => one.key !== key));
  if (!upload) return;
  try {
    await endUpload(upload);
  } catch (error) {
    // A refused one is gone already; the server removes what is left after a day.
    if (!(error instanceof ApiError) && !(error instanceof TypeError)) throw error;
  }
}

/** Whether leaving the site would break something off. */
export const isSending = () => tasks.some(({ state }) => state === "sending" || state === "waiting");

if (typeof window !== "undefined")
  window.addEventListener("beforeunload", (event) => {
    if (isSending()) event.preventDefault();
  });

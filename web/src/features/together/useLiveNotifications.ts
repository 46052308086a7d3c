// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { unreadQuery } from "./api";

const kChannel = "dure-notifications";

/**
 * Brings new notifications as they come. A browser keeps few connections to one server open, whatever the number of windows:
 * one window holds the stream and tells the others. Where a browser has no locks the count is asked for once a minute.
 */
export function useLiveNotifications() {
  const queries = useQueryClient();
  useEffect(() => {
    if (!("locks" in navigator) || !("BroadcastChannel" in window)) return;
    const channel = new BroadcastChannel(kChannel);
    const take = (unread: number) => {
      queries.setQueryData(unreadQuery.queryKey, unread);
      void queries.invalidateQueries({ queryKey: ["notifications", "list"] });
      for (const key of ["waiting", "comments", "tasks"]) void queries.invalidateQueries({ queryKey: [key] });
    };
    channel.onmessage = (event: MessageEvent<number>) => take(event.data);
    const ended = new AbortController();
    void navigator.locks
      .request(kChannel, { signal: ended.signal }, () => {
        const source = new EventSource("/api/v1/notifications/events");
        source.addEventListener("notifications", (event) => {
          const { unread } = JSON.parse((event as MessageEvent<string>).data) as { unread: number };
          take(unread);
          channel.postMessage(unread);
        });
        return new Promise<void>((resolve) => {
          ended.signal.addEventListener("abort", () => {
            source.close();
            resolve();
          });
        });
      })
      .catch(() => undefined);
    return () => {
      ended.abort();
      channel.close();
    };
  }, [queries]);
}

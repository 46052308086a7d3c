// SPDX-License-Identifier: Apache-2.0

import { useTranslation } from "react-i18next";
import { ApiError, client, unwrap } from "../api/client";
import { problemSentence } from "../api/problems";
import { notice } from "../components/notices";

/** Ends the session on the server; the page starts afresh, so that nothing that was read stays in its memory. */
export function useSignOut() {
  const { t } = useTranslation();
  return async () => {
    try {
      await unwrap(client.DELETE("/session"));
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) {
        notice("red", problemSentence(t, error));
        return;
      }
    }
    window.location.assign("/sign-in");
  };
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Divider, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { setupQuery } from "../../app/session";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useBeginOpenId } from "./api";
import { keepBack } from "./openIdBack";

/** The other way in, where the administrators have set one up. */
export function OpenIdButton({ back }: { back?: string }) {
  const { t } = useTranslation();
  const begin = useBeginOpenId();
  const provider = useQuery(setupQuery).data?.openid;
  if (!provider) return null;
  const leave = () =>
    begin.mutate(undefined, {
      onSuccess: ({ url }) => {
        keepBack(back);
        window.location.assign(url);
      },
    });
  return (
    <Stack gap="md">
      <Divider label={t("auth.openid.or")} />
      <ProblemAlert error={begin.error} />
      <Button variant="default" size="md" loading={begin.isPending} onClick={leave}>
        {t("auth.openid.button", { name: provider })}
      </Button>
    </Stack>
  );
}

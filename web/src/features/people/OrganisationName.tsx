// SPDX-License-Identifier: Apache-2.0
import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { organisationQuery } from "./api";

/** What an organisation is called, and the way to it; its id while it is not known. */
export function OrganisationName({ id }: { id: string }) {
  const { data } = useQuery(organisationQuery(id));
  return (
    <Anchor component={Link} to={`/organisations/${id}`} inherit>
      {data?.name ?? id}
    </Anchor>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Box, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n";
import { countryName } from "./countries";
import type { OrganisationDouble } from "./doublesApi";

type Part = OrganisationDouble["parts"][number];

/** Why two records may be one: what was compared, in words, and how much it says as a bar that goes on where the last ended. */
export function Waterfall({ pair }: { pair: OrganisationDouble }) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(currentLanguage(), {
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  });
  let sum = 0;
  const steps = pair.parts.map((part) => {
    const from = sum;
    sum += part.bits;
    return { part, from, to: sum };
  });
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const least = Math.min(0, ...ends);
  const scale = 100 / (Math.max(0, ...ends) - least || 1);
  const cell = { verticalAlign: "middle", overflowWrap: "anywhere" } as const;
  return (
    <Table layout="fixed" verticalSpacing={6} horizontalSpacing={6} aria-label={t("people.doubles.why")}>
      <Table.Tbody>
        {steps.map(({ part, from, to }) => (
          <Table.Tr key={part.of}>
            <Table.Td w="46%" style={cell}>
              {t(`people.doubles.part.${partKey(part)}`)}
              <Compared part={part} />
            </Table.Td>
            <Table.Td style={cell} aria-hidden>
              <Box pos="relative" h={14} bg="var(--dure-ground)" style={{ borderRadius: 3 }}>
                <Box
                  pos="absolute"
                  h={14}
                  bg={part.bits < 0 ? "red.6" : "teal.7"}
                  style={{
                    borderRadius: 3,
                    insetInlineStart: `${(Math.min(from, to) - least) * scale}%`,
                    width: `max(2px, ${Math.abs(part.bits) * scale}%)`,
                  }}
                />
              </Box>
            </Table.Td>
            <Table.Td w={96} ta="right" className="num" style={cell}>
              {t("people.doubles.bits", { bits: number.format(part.bits) })}
            </Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr fw={700}>
          <Table.Td>{t("people.doubles.weight")}</Table.Td>
          <Table.Td />
          <Table.Td ta="right" className="num">
            {t("people.doubles.bits", { bits: number.format(sum) })}
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

const partKey = ({ of, bits, one, other }: Part) =>
  of === "start" ? of : `${of}_${bits > 0 || one === other ? "same" : "other"}`;

/** The two values, or the one that both have. */
function Compared({ part }: { part: Part }) {
  const { of, one, other } = part;
  if (one === undefined || other === undefined) return null;
  const shown = (value: string) => {
    if (of === "country") return countryName(value, currentLanguage());
    return of === "registration" ? value.replace(/^..:/, "") : value;
  };
  return (
    <Text size="sm" c="dimmed">
      {one === other ? shown(one) : `${shown(one)} · ${shown(other)}`}
    </Text>
  );
}

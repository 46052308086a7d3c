// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { render as renderInto, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactElement, useState } from "react";
import { beforeAll, expect, test } from "vitest";
import { startI18n } from "../i18n";
import { type Choice, FoundSelect } from "./FoundSelect";

beforeAll(() => startI18n("en"));

const kGaram = { value: "g", label: "Garam" };
const kDaon = { value: "d", label: "Daon" };

const render = (field: ReactElement) =>
  renderInto(field, { wrapper: ({ children }) => <MantineProvider env="test">{children}</MantineProvider> });

function Field({ found, waiting }: { found: Choice[]; waiting: boolean }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <FoundSelect label="Who" nothing="Nobody" value={value} onChange={setValue} {...{ found, waiting }} />
  );
}
const options = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);

test("while an answer is to come no key chooses what stood there before", async () => {
  const user = userEvent.setup();
  const { rerender } = render(<Field found={[kGaram, kDaon]} waiting />);
  await user.type(screen.getByRole("combobox"), "gar");
  expect(options()).toEqual([]);
  expect(screen.getByText("Searching …")).toBeTruthy();
  await user.keyboard("{ArrowDown}{Enter}");
  expect(screen.getByRole<HTMLInputElement>("combobox").value).toBe("gar");
  rerender(<Field found={[kGaram]} waiting={false} />);
  expect(options()).toEqual(["Garam"]);
  rerender(<Field found={[]} waiting={false} />);
  expect(screen.getByText("Nobody")).toBeTruthy();
});

test("what was chosen stays, whatever is found next", async () => {
  const user = userEvent.setup();
  const { rerender } = render(<Field found={[kGaram, kDaon]} waiting={false} />);
  await user.click(screen.getByRole("combobox"));
  await user.click(screen.getByRole("option", { name: "Daon" }));
  rerender(<Field found={[kGaram]} waiting={false} />);
  await user.click(screen.getByRole("combobox"));
  expect(options()).toEqual(["Daon", "Garam"]);
  await user.tab();
  expect(screen.getByRole<HTMLInputElement>("combobox").value).toBe("Daon");
});

// SPDX-License-Identifier: Apache-2.0
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { setLanguage, startI18n } from "../../i18n";
import { answer, renderPart } from "../../test/render";
import { SignInForm } from "./SignInForm";

const setup = {
  needed: false,
  version: "0",
  example: [{ email: "planner@example.org", password: "try-out", role: "planner" }],
};
const problem = (status: number, code: string, errors: unknown[] = []) => ({
  status,
  body: { type: "", title: code, status, code, params: {}, errors, request_id: "req-1" },
});

beforeEach(async () => {
  await startI18n("en");
  await setLanguage("en");
});

test("an example account fills the form, and signing in hands the session on", async () => {
  const session = { account: { id: "1" }, actions: [], expires: "" };
  const asked = answer({ "GET /setup": { body: setup }, "POST /session": { body: session } });
  const done = vi.fn();
  renderPart(<SignInForm onDone={done} />);
  await userEvent.click(await screen.findByRole("button", { name: /planner@example.org/ }));
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await vi.waitFor(() => expect(done).toHaveBeenCalled());
  const post = asked.find(({ call }) => call === "POST /session");
  expect(JSON.parse(post?.body ?? "")).toEqual({ email: "planner@example.org", password: "try-out" });
  expect(post?.language).toBe("en");
});

test("empty fields are named before anything is sent", async () => {
  const asked = answer({ "GET /setup": { body: { ...setup, example: [] } } });
  renderPart(<SignInForm onDone={() => {}} />);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(screen.getAllByText("Please fill this in.")).toHaveLength(2);
  expect(asked.some(({ call }) => call === "POST /session")).toBe(false);
});

test("a refusal is a sentence with the request's number; a refused field is told at the field", async () => {
  const field = { pointer: "/email", code: "json.too_long", params: { maximum: "254", found: "300" } };
  answer({ "GET /setup": { body: setup }, "POST /session": problem(401, "http.overloaded") });
  const view = renderPart(<SignInForm email="a@b.c" onDone={() => {}} />);
  await userEvent.type(screen.getByLabelText("Password"), "x");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("too many requests");
  expect(screen.getByRole("alert")).toHaveTextContent("req-1");
  view.unmount();

  answer({ "GET /setup": { body: setup }, "POST /session": problem(422, "http.invalid_fields", [field]) });
  renderPart(<SignInForm email="a@b.c" onDone={() => {}} />);
  await userEvent.type(screen.getByLabelText("Password"), "x");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText("At most 254 characters; there are 300.")).toBeInTheDocument();
  expect(screen.queryByRole("alert")).toBeNull();
});

// SPDX-License-Identifier: Apache-2.0
// A real OpenID provider (npm oidc-provider) on this machine, with people of its own: whoever types the name of one is
// signed in as them. It asks no password: it stands for one that has.
import { Provider } from "oidc-provider";

const people = {
  kim: { email: "kim@dure.example", email_verified: true },
  lee: { email: "lee@dure.example", email_verified: true },
  park: { email: "park@dure.example", email_verified: false },
  impostor: { email: "kim@dure.example", email_verified: true },
  stranger: { email: "nobody@elsewhere.example", email_verified: true },
};

/** `keys`: JSON Web Keys; others after a restart are a change of keys. */
export async function startProvider({ port, redirectUri, keys, secret }) {
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "dure", client_secret: secret, redirect_uris: [redirectUri], response_types: ["code"], grant_types: ["authorization_code"] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
    pkce: { required: () => true },
    jwks: { keys },
    cookies: { keys: ["only for this test"] },
    features: { devInteractions: { enabled: true } },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  });
  const seen = [];
  provider.use(async (context, next) => {
    await next();
    seen.push({ path: context.path, query: { ...context.query }, status: context.status });
  });
  const server = provider.listen(port, "127.0.0.1");
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { issuer, seen, stop };
}

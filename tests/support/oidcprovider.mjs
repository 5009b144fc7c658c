// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
//
// A real OpenID provider (npm oidc-provider) for a test, on a free port of this machine, gone again
// when standard input closes. npmpackages.py puts it where its packages are.
//
// Standard output: first its issuer, then "ok" for each line of standard input:
//   account NAME JSON   whoever signs in as NAME has these claims from now on
//   rotate              it signs with new keys, and the old ones are gone
//   close               nobody can reach it
//   open                it is there again, on the same port
// An access token is signed with ES256 when its resource ends in /es256, else with RS256.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

// What the library has to say must not stand between our answers.
const say = console.log;
console.log = console.info = console.warn = console.error;

const accounts = new Map();
let provider;

async function newKeys() {
  const keys = [];
  for (const alg of ['RS256', 'ES256']) {
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    keys.push({ ...(await exportJWK(privateKey)), alg, use: 'sig', kid: randomUUID() });
  }
  return { keys };
}

function clients() {
  return [
    {
      client_id: 'shop-window',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
    {
      client_id: 'shop-machine',
      client_secret: 'only of a test',
      redirect_uris: [],
      grant_types: ['client_credentials'],
      response_types: [],
    },
  ];
}

function configuration(jwks) {
  const claimsOf = (id) => accounts.get(id) ?? {};
  return {
    jwks,
    clients: clients(),
    cookies: { keys: [randomUUID()] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...claimsOf(id), sub: id }) }),
    extraTokenClaims: (_, token) => claimsOf(token.accountId ?? token.clientId),
    pkce: { required: () => true },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, resource) => ({
          scope: 'shop',
          audience: new URL('/', resource).href,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: resource.endsWith('/es256') ? 'ES256' : 'RS256' } },
        }),
      },
    },
  };
}

const server = createServer((request, response) => provider.callback()(request, response));

function listen(port) {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

await listen(0);
const { port } = server.address();
const issuer = `http://127.0.0.1:${port}`;

async function rotate() {
  provider = new Provider(issuer, configuration(await newKeys()));
}

async function close() {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function setAccount(rest) {
  const space = rest.indexOf(' ');
  accounts.set(rest.slice(0, space), JSON.parse(rest.slice(space + 1)));
}

await rotate();
say(issuer);

for await (const line of createInterface({ input: process.stdin })) {
  const [word] = line.split(' ', 1);
  if (word === 'account') setAccount(line.slice(word.length + 1));
  if (word === 'rotate') await rotate();
  if (word === 'close') await close();
  if (word === 'open') await listen(port);
  say('ok');
}
process.exit(0);

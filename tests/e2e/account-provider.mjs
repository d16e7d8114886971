// A real provider of OpenID Connect (certified: oidc-provider) for the tests of the reference backend, with a plain page to sign in at.
//
//   node tests/e2e/account-provider.mjs [--port 8084] [--redirect http://localhost:8080/handoff]
//
// One client, registered with exactly one return address, that has to use PKCE. Accounts have no passwords: their names are typed.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import Provider from 'oidc-provider';

const { port, redirect } = parseArgs({ options: { port: { type: 'string', default: '8084' }, redirect: { type: 'string', default: 'http://localhost:8080/handoff' } } }).values;
const CLIENT = { id: 'miaoban', secret: 'a-secret-of-tests-only' };

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const issuer = `http://localhost:${port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirect], grant_types: ['authorization_code'], response_types: ['code'] }],
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'tests', use: 'sig', alg: 'RS256' }] },
  cookies: { keys: ['for tests only'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
  // Nothing but who somebody is: whoever signs in has agreed to that.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

const page = (uid) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>统一身份认证</title><main data-page="account"><h1>统一身份认证</h1><form method="post" action="/sign-in/${encodeURIComponent(uid)}">
<p><label for="account">账号</label> <input id="account" name="account" required></p>
<p><button name="go" value="in" data-action="primary">登录</button> <button name="go" value="cancel" formnovalidate data-action="cancel">取消</button></p></form></main></html>`;

const body = async (request) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
};

const handler = provider.callback();
createServer(async (request, response) => {
  const [, uid] = /^\/sign-in\/([\w-]+)$/.exec(request.url ?? '') ?? [];
  if (!uid) return handler(request, response);
  try {
    if (request.method !== 'POST') return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page(uid));
    const form = await body(request);
    const result = form.get('go') === 'in'
      ? { login: { accountId: form.get('account') } }
      : { error: 'access_denied', error_description: 'the person cancelled' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  } catch (error) {
    response.writeHead(400, { 'Content-Type': 'text/plain' }).end(`${error.message}`);
  }
}).listen(Number(port), 'localhost');

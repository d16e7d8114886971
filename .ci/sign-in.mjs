// Walks the identity handoff of a demo backend as a browser would, and prints what it has then as NAME=value lines: the session's
// cookie, and one of each resource: APPLICATION, IDENTITY and TICKET (of a check that waits), SPARE_CONSENT, UPLOAD and SPARE_UPLOAD (both under way).
//
//   node .ci/sign-in.mjs http://localhost:8081 [person]
import { randomUUID } from 'node:crypto';

const [base, person = 'lin'] = process.argv.slice(2);
const service = 'no-criminal-record';
let cookie = '';

/** One call; a JSON answer, or an error that names the problem. */
const call = async (method, path, body) => {
  const response = await fetch(`${base}/api${path}`, {
    method,
    headers: {
      'X-Requested-With': 'miaoban',
      ...(method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(cookie ? { Cookie: `miaoban_session=${cookie}` } : {}),
    },
    body: body && JSON.stringify(body),
  });
  const set = /miaoban_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '');
  if (set) cookie = set[1];
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
};

const terms = await call('GET', `/services/${service}/consent-terms`);
const granted = terms.sources.map(({ id }) => id);
const consents = () => call('POST', '/consents', {
  service_id: service, terms_version: terms.version, granted, refused: [], method: 'face', face: true,
});

/** Opens an identity session: its id, its state and the ticket of the provider's page. */
const handoff = async (consent) => {
  const state = randomUUID();
  const return_url = 'http://localhost:8080/handoff';
  const { id, url } = await call('POST', '/identity-sessions', { service_id: service, consent_id: consent.id, method: 'face', return_url, state });
  return { id, state, ticket: new URL(url, base).searchParams.get('ticket') };
};

const consent = await consents();
const check = await handoff(consent);
await call('GET', `/demo/provider/${check.ticket}`);
const { return_url } = await call('POST', `/demo/provider/${check.ticket}/outcome`, { person, outcome: 'success' });
const code = new URL(return_url).searchParams.get('code');
const confirmed = await call('POST', `/identity-sessions/${check.id}/confirm`, { state: check.state, code });
if (confirmed.status !== 'done') throw new Error(`the identity session is ${confirmed.status}`);

const { version } = await call('GET', `/services/${service}/form`);
await call('PUT', `/drafts/${service}`, { form_version: version, values: { '/purpose': 'study' } });
const data = { purpose: 'study', delivery: 'email' };
const provenance = {};
for (const source of granted) {
  const { fields = [] } = await call('GET', `/services/${service}/prefill/${source}?consent_id=${consent.id}`);
  for (const { pointer, value } of fields) {
    data[pointer.slice(1)] = value;
    provenance[pointer] = source;
  }
}
// The address for posting is asked only of those who want it posted.
for (const unasked of ['post_address']) {
  delete data[unasked];
  delete provenance[`/${unasked}`];
}
const application = await call('POST', '/applications', { service_id: service, form_version: version, consent_id: consent.id, data, provenance });
const spare = await consents();
const waiting = await handoff(spare);
const upload = async () => (await call('POST', '/uploads', { name: 'x.pdf', type: 'application/pdf', size: 5_000_000 })).id;
const resources = { UPLOAD: await upload(), SPARE_UPLOAD: await upload(), SPARE_CONSENT: (await consents()).id };
const found = { SESSION: cookie, APPLICATION: application.id, IDENTITY: waiting.id, TICKET: waiting.ticket, ...resources };
for (const [name, value] of Object.entries(found)) console.log(`${name}=${value}`);

// Where the demo provider gets its task and leaves the outcome. Two hosts:
//
// - the reference backend serves this page at /provider/ and answers at ../api/demo/provider/{ticket};
// - the app's own origin serves it at /demo/provider/. The embedded backend lives inside the page that the person just left, so the two
//   meet in local storage: the task is there already, and the outcome is applied when that backend starts again.

/** The task was never there, or is over. */
export class Gone extends Error {}

const embedded = location.pathname.includes('/demo/provider/');

/** Only addresses that a browser should be sent to. */
const address = (text) => {
  const url = new URL(text, location.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Gone('not an address to return to');
  return url;
};

const stored = (ticket) => {
  const task = JSON.parse(localStorage.getItem(`miaoban.demo.ticket.${ticket}`) ?? 'null');
  if (!task) throw new Gone('no such ticket');
  return task;
};

const asked = async (path, lang, init = {}) => {
  const response = await fetch(`../api/demo/provider/${path}`, {
    ...init,
    headers: { ...init.headers, 'X-Requested-With': 'miaoban', ...(lang ? { 'Accept-Language': lang } : {}) },
  });
  if ([404, 409, 410].includes(response.status)) throw new Gone(`status ${response.status}`);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
};

/**
 * What is to be checked: {status, service_name, method, provider, codes, lang, expires_at, people, person}.
 * @throws {Gone} where the ticket is unknown or over
 */
export const task = async (ticket, lang) => {
  if (!ticket) throw new Gone('no ticket in the address');
  const found = embedded ? stored(ticket) : await asked(encodeURIComponent(ticket), lang);
  const over = !['waiting', 'opened'].includes(found.status) || Date.parse(found.expires_at) < Date.now();
  if (over) throw new Gone(`status ${found.status}`);
  return found;
};

/** Leaves the outcome; answers where the person goes next. */
export const settle = async (ticket, person, outcome) => {
  if (!embedded) {
    const body = JSON.stringify({ person, outcome });
    const { return_url } = await asked(`${encodeURIComponent(ticket)}/outcome`, undefined, {
      method: 'POST', body, headers: { 'Content-Type': 'application/json' },
    });
    return address(return_url);
  }
  const { return_url, code } = stored(ticket);
  const url = address(return_url);
  url.searchParams.set('code', code);
  localStorage.setItem(`miaoban.demo.outcome.${ticket}`, JSON.stringify({ person, outcome }));
  return url;
};

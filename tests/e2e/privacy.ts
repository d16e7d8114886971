// What must not be found where anybody could look: a person's own values in addresses, requests' addresses, cookies, plain storage or the console.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';

const PEOPLE = fileURLToPath(new URL('../../public/demo/people', import.meta.url));
/** Shorter values are words that anybody uses. */
const SHORTEST = 6;
/** What a form's definition calls its own choices. */
const NAME = /^[a-z_-]+$/;
/** The embedded backend stands in the page: what it keeps under this is what a server keeps in its database. */
const EMBEDDED = 'miaoban.demo.';

const leaves = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [];
};

/** Names, numbers, birthdays, telephones and addresses of everybody in the demo's data. */
const known = (): string[] =>
  readdirSync(PEOPLE).flatMap((file) => {
    const person = JSON.parse(readFileSync(join(PEOPLE, file), 'utf8'));
    const telling = leaves(person.records ?? {}).filter((text) => text.length >= 8 && (/\d{6}/.test(text) || /[区路号]/.test(text)));
    const names = typeof person.name === 'string' ? [person.name] : leaves(person.name);
    return [...names, person.id_number, person.phone, person.born, ...telling].filter((text) => typeof text === 'string' && text.length > 1);
  });

const plain = (address: string) => {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
};

/** Everything that this page's origin keeps, as text. Bytes are read as text too: what is encrypted says nothing. */
const kept = (page: Page, embedded: string) =>
  page.evaluate(async (embedded) => {
    const own = (storage: Storage) => Object.entries({ ...storage }).filter(([key]) => !key.startsWith(embedded)).map(([key, value]) => `${key}=${value}`);
    const read = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value as ArrayBuffer);
      if (Array.isArray(value)) return value.map(read).join(' ');
      if (value && typeof value === 'object') return Object.entries(value).map(([k, v]) => `${k}=${read(v)}`).join(' ');
      return String(value);
    };
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((ok, no) => ((request.onsuccess = () => ok(request.result)), (request.onerror = () => no(request.error))));
    const found = [`cookie: ${document.cookie}`, ...own(localStorage), ...own(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const shelf = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(shelf.getAllKeys()), done(shelf.getAll())]);
        found.push(...keys.map((key, i) => `${name}/${store}/${read(key)}: ${read(values[i])}`));
      }
      database.close();
    }
    for (const name of await caches.keys()) found.push(...(await (await caches.open(name)).keys()).map((request) => `cache: ${request.url}`));
    return found;
  }, embedded);

/** Looks over a page's shoulder from now on. */
export const watch = (page: Page) => {
  const seen: string[] = [];
  const typed = new Set<string>();
  page.on('framenavigated', (frame) => seen.push(`address: ${plain(frame.url())}`));
  page.on('console', (message) => seen.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('request', (request) => {
    seen.push(`request: ${plain(request.url())} from ${plain(request.headers().referer ?? '')}`);
    if (!/\/(drafts|applications)\b/.test(request.url())) return;
    try {
      for (const text of leaves(request.postDataJSON()?.data)) if (text.length >= SHORTEST && !NAME.test(text)) typed.add(text);
    } catch {
      // Bytes of a file: nothing that was typed.
    }
  });
  return async () => {
    const where = page.isClosed() || !page.url().startsWith('http') ? [] : await kept(page, EMBEDDED);
    const cookies = (await page.context().cookies()).map(({ name, value }) => `cookie: ${name}=${plain(value)}`);
    const everywhere = [...seen, ...where, ...cookies];
    const secrets = [...new Set([...known(), ...typed])];
    const leaks = everywhere.flatMap((place) => secrets.filter((secret) => place.includes(secret)).map((secret) => `${secret} in ${place.slice(0, 200)}`));
    expect(leaks, 'personal values where anybody could look').toEqual([]);
  };
};

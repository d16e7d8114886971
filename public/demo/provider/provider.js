// The demo provider's page: who is it, and what shall come of the check. Every outcome that a real provider has can be chosen.
import { Gone, settle, task } from './desk.js';
import { words } from './words.js';

const query = new URLSearchParams(location.search);
const ticket = query.get('ticket') ?? '';
const main = document.getElementById('main');
let say = words['zh-CN'];

const setting = (name) => {
  try {
    return query.get(name) ?? localStorage.getItem(`miaoban.${name}`);
  } catch {
    return query.get(name);
  }
};

/** Makes an element: attributes, then children; text is always text. */
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
};

const speak = (lang) => {
  const tag = words[lang] ? lang : 'zh-CN';
  say = words[tag];
  document.documentElement.lang = tag;
  document.title = say.brand;
  document.getElementById('brand').textContent = say.brand;
};

const show = (...children) => main.replaceChildren(...children);

const gone = () => {
  show(
    make('h1', {}, say.gone),
    make('p', {}, say.goneHint),
    make('button', { type: 'button', class: 'main', onclick: () => history.back() }, say.back),
  );
};

let busy = false;

/** Leaves the outcome and goes back, once however often it is tapped. */
const finish = async (outcome) => {
  if (busy) return;
  busy = true;
  const status = document.getElementById('status');
  status.textContent = say.returning;
  try {
    location.replace(await settle(ticket, document.getElementById('person').value, outcome));
  } catch (error) {
    if (error instanceof Gone) return gone();
    busy = false;
    status.textContent = say.failed;
  }
};

const choice = (outcome, text) =>
  make('li', {}, make('button', { type: 'button', 'data-outcome': outcome, onclick: () => finish(outcome) }, text));

const face = () => [
  make('div', { class: 'frame', 'aria-hidden': 'true' }, make('i'), make('b')),
  make('p', { class: 'centre' }, say.faceHint),
  make('button', { type: 'button', class: 'main', 'data-action': 'primary', 'data-outcome': 'success', onclick: () => finish('success') }, say.pass),
];

/** What the provider calls each way of not passing; then, in the demo's own words, what none of its codes says. */
const failures = (codes) => {
  const said = codes.map(({ code, reason }) => choice(code, `${say.reasons[reason] ?? say.reasons.other} · ${code}`));
  const unsaid = Object.entries(say.reasons).filter(([reason]) => codes.every((known) => known.reason !== reason));
  return [...said, ...unsaid.map(([reason, text]) => choice(`failed:${reason}`, text))];
};

const page = ({ service_name, people, person, provider, codes = [] }) => {
  const options = people.map(({ id, name, label }) => {
    const option = make('option', { value: id }, label ? `${name} · ${label}` : name);
    option.selected = id === person;
    return option;
  });
  show(
    make('h1', {}, say.brand),
    make('p', {}, say.purpose(service_name)),
    make('p', { class: 'note' }, provider ? `${say.demo}${say.like(provider)}` : say.demo),
    make('label', { for: 'person' }, say.who),
    make('select', { id: 'person', name: 'person' }, ...options),
    ...face(),
    make('p', { id: 'status', role: 'status' }),
    make('section', { 'aria-labelledby': 'others' },
      make('h2', { id: 'others' }, say.others),
      make('p', { class: 'hint' }, say.othersHint),
      make('h3', { id: 'leave' }, say.leave),
      make('ul', { 'aria-labelledby': 'leave' }, choice('cancelled', say.cancel), choice('timeout', say.timeout)),
      make('h3', { id: 'fail' }, say.fail),
      make('ul', { 'aria-labelledby': 'fail' }, ...failures(codes))),
  );
};

const open = async () => {
  const theme = setting('theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
  if (setting('size') === 'elder') document.documentElement.dataset.size = 'elder';
  const wanted = query.get('lang');
  if (wanted) speak(wanted);
  try {
    const found = await task(ticket, wanted ?? undefined);
    speak(wanted ?? found.lang);
    page(found);
  } catch (error) {
    if (error instanceof Gone) return gone();
    show(
      make('h1', {}, say.brand),
      make('p', { role: 'alert' }, say.failed),
      make('button', { type: 'button', class: 'main', onclick: () => location.reload() }, say.again),
    );
  }
};

// Back from the app brings this page as it was left, with its button spent: ask again.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
open();

// The form that every peer mounts: n fields of six kinds, all answered.
export const KINDS = ['text', 'number', 'boolean', 'choice', 'date', 'long'];
export const kindOf = (at) => KINDS[at % KINDS.length];
export const nameOf = (at) => `f${String(at).padStart(4, '0')}`;
/** More than can be overlooked at a glance: a select with everybody. */
export const OPTIONS = Array.from({ length: 10 }, (_, i) => `option ${i}`);

const PROPERTIES = {
  text: { type: 'string', maxLength: 200 },
  number: { type: 'number', minimum: 0 },
  boolean: { type: 'boolean' },
  choice: { type: 'string', enum: OPTIONS },
  date: { type: 'string', format: 'date' },
  long: { type: 'string', maxLength: 2000 },
};
const VALUES = {
  text: (at) => `text of field ${at}`,
  number: (at) => at,
  boolean: (at) => at % 4 === 0,
  choice: (at) => OPTIONS[at % OPTIONS.length],
  date: (at) => `2026-0${1 + (at % 9)}-1${at % 9}`,
  long: (at) => `a longer text\nof field ${at}`,
};

const each = (n, then) => Object.fromEntries(Array.from({ length: n }, (_, at) => [nameOf(at), then(kindOf(at), at)]));

export const schemaOf = (n) => ({
  type: 'object',
  title: 'Bench',
  required: Array.from({ length: n }, (_, at) => nameOf(at)),
  properties: each(n, (kind, at) => ({ title: `Field ${at}`, ...PROPERTIES[kind] })),
});
export const dataOf = (n) => each(n, (kind, at) => VALUES[kind](at));

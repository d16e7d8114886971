// Makes the names at the border of wasm and script short, and closes doors that nobody uses. wasm-bindgen gives every function of the browser a name
// with a hash of 16 digits, in the wasm and in the script again: some kilobytes that compress to no less. And it leaves open what a library of
// leptos's would serve streams with: the wasm keeps all that is behind a door.
const { readFileSync, writeFileSync } = require('node:fs');

const IMPORTS = 2;
const EXPORTS = 7;
const UNUSED = /^(__wbg_)?intounderlying/;

/** Reads the numbers, names and bytes of a wasm one after the other. */
const reader = (bytes) => {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (n) => bytes.subarray(at, (at += n));
  return { number, take, byte: () => bytes[at++], name: () => take(number()).toString(), at: () => at, since: (from) => bytes.subarray(from, at), left: () => at < bytes.length };
};

const number = (value) => {
  const out = [];
  do {
    const rest = Math.floor(value / 128);
    out.push((value % 128) | (rest ? 0x80 : 0));
    value = rest;
  } while (value);
  return Buffer.from(out);
};

const name = (text) => Buffer.concat([number(Buffer.byteLength(text)), Buffer.from(text)]);

/** What follows the names of an import: its kind and type. */
const kind = (read) => {
  const from = read.at();
  const limits = () => {
    const flags = read.number();
    read.number();
    if (flags & 1) read.number();
  };
  const kinds = [read.number, () => (read.byte(), limits()), limits, () => read.take(2), () => (read.byte(), read.number())];
  kinds[read.byte()]();
  return read.since(from);
};

const list = (read, entry) => {
  const entries = Array.from({ length: read.number() }, () => entry(read)).filter(Boolean);
  return Buffer.concat([number(entries.length), ...entries]);
};

/** {wasm, script} with short names. */
const slim = (wasm, script) => {
  const short = new Map();
  const rename = (long) => {
    if (!/_[0-9a-f]{16}$/.test(long)) return long;
    if (!short.has(long)) short.set(long, `w${short.size.toString(36)}`);
    return short.get(long);
  };
  const entries = {
    [IMPORTS]: (read) => Buffer.concat([name(read.name()), name(rename(read.name())), kind(read)]),
    [EXPORTS]: (read) => {
      const from = read.at();
      const unused = UNUSED.test(read.name());
      read.byte();
      read.number();
      return unused ? null : read.since(from);
    },
  };
  const read = reader(wasm);
  const out = [read.take(8)];
  while (read.left()) {
    const id = read.byte();
    const section = read.take(read.number());
    const body = entries[id] ? list(reader(section), entries[id]) : section;
    out.push(Buffer.from([id]), number(body.length), body);
  }
  return { wasm: Buffer.concat(out), script: script.replace(/\b\w+_[0-9a-f]{16}\b/g, (long) => short.get(long) ?? long) };
};

/** Rewrites what wasm-bindgen left in two files. */
exports.shorten = (wasm, script) => {
  const slimmed = slim(readFileSync(wasm), readFileSync(script, 'utf8'));
  writeFileSync(wasm, slimmed.wasm);
  writeFileSync(script, slimmed.script);
};

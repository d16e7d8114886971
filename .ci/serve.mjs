#!/usr/bin/env node
// A small static server for a build of the app, with the headers that a real one should send.
//
//   node .ci/serve.mjs --dir dist-demo --port 8080 [--backend http://localhost:8081/api] [--config '{"session": {"kind": "bearer"}}']
//
// --backend overrides the backend address of config.json and lets the page connect there; --config overrides any of its members.
// Listens on this machine only, unless HOST says otherwise. No dependencies.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotli, gzip, isCompressible } from './compress.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

/** The security headers of every answer; `backend` is an origin that the page may talk to beside its own. */
export const securityHeaders = (backend) => {
  const connect = ["'self'", ...(backend ? [backend] : [])].join(' ');
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      `connect-src ${connect}`,
      "manifest-src 'self'",
      "worker-src 'self'",
      "font-src 'self'",
      `form-action ${connect}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
};

/** trunk puts a hash of the content into the names of what it builds. */
const isHashed = (name) => /-[0-9a-f]{12,16}(_bg)?\.(js|css|wasm)$/.test(name);

/**
 * A request listener for one directory.
 * @param {{dir: string, backend?: string, config?: object}} options `backend`: the base address that config.json shall name; `config`: its other members.
 */
export function listener({ dir, backend, config }) {
  const root = resolve(dir);
  const changed = { ...config, ...(backend ? { backend } : {}) };
  const isChanged = (file) => Object.keys(changed).length > 0 && file === join(root, 'config.json');
  const headers = securityHeaders(backend && /^https?:/.test(backend) ? new URL(backend).origin : undefined);
  const cache = new Map();

  /** The file's content and tag, by path and time of change. */
  const load = (file) => {
    const { mtimeMs } = statSync(file);
    const known = cache.get(file);
    if (known?.mtimeMs === mtimeMs) return known;
    let bytes = readFileSync(file);
    if (isChanged(file)) {
      bytes = Buffer.from(JSON.stringify({ ...JSON.parse(bytes), ...changed }));
    }
    const entry = { mtimeMs, bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`, packed: new Map() };
    cache.set(file, entry);
    return entry;
  };

  /** The content in the best coding that the client takes: [bytes, coding]. */
  const encode = (file, entry, accept) => {
    if (!isCompressible(file) || entry.bytes.length < 512) return [entry.bytes];
    const coding = /\bbr\b/.test(accept) ? 'br' : /\bgzip\b/.test(accept) ? 'gzip' : undefined;
    if (!coding) return [entry.bytes];
    if (!entry.packed.has(coding)) {
      const ready = `${file}.${coding === 'br' ? 'br' : 'gz'}`;
      const usable = existsSync(ready) && !isChanged(file);
      entry.packed.set(coding, usable ? readFileSync(ready) : coding === 'br' ? brotli(entry.bytes, file, 5) : gzip(entry.bytes));
    }
    return [entry.packed.get(coding), coding];
  };

  /** The file that a path names; index.html for navigations to the app's own addresses. */
  const find = (path, request) => {
    const file = normalize(join(root, path));
    if (file !== root && !file.startsWith(root + sep)) return undefined;
    if (existsSync(file)) {
      if (statSync(file).isFile()) return file;
      const index = join(file, 'index.html');
      if (existsSync(index)) return index;
    }
    const navigates = (request.headers.accept ?? '').includes('text/html');
    return navigates && extname(path) === '' ? join(root, 'index.html') : undefined;
  };

  return (request, response) => {
    const answer = (status, extra, body) => {
      response.writeHead(status, { ...headers, ...extra });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' }, '');
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    } catch {
      return answer(400, { 'Content-Type': 'text/plain' }, 'bad address');
    }
    try {
      const file = path.includes('\0') ? undefined : find(path, request);
      if (!file || !existsSync(file)) return answer(404, { 'Content-Type': 'text/plain' }, 'not found');
      const entry = load(file);
      const [bytes, coding] = encode(file, entry, request.headers['accept-encoding'] ?? '');
      const tag = coding ? `${entry.tag.slice(0, -1)}-${coding}"` : entry.tag;
      const extra = {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Cache-Control': isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ETag: tag,
        Vary: 'Accept-Encoding',
        ...(coding ? { 'Content-Encoding': coding } : {}),
      };
      if (request.headers['if-none-match'] === tag) return answer(304, extra);
      answer(200, { ...extra, 'Content-Length': bytes.length }, bytes);
    } catch (error) {
      console.error(error);
      answer(500, { 'Content-Type': 'text/plain' }, 'server error');
    }
  };
}

/** Listens on `host`; rejects with the error where the port is taken. */
const listen = (server, port, host) =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, done);
  });

async function main(argv) {
  const option = (name, otherwise) => {
    const at = argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : argv[at + 1];
  };
  const dir = option('dir', 'dist');
  const port = Number(option('port', process.env.PORT || 8080));
  const backend = option('backend', undefined);
  const config = JSON.parse(option('config', '{}'));
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`not a port: ${option('port', process.env.PORT)}`);
  if (!existsSync(join(dir, 'index.html'))) throw new Error(`nothing to serve in ${dir}: build it first (make run, make dist)`);
  const handle = listener({ dir, backend, config });
  try {
    if (process.env.HOST) {
      await listen(createServer(handle), port, process.env.HOST);
    } else {
      // "localhost" may mean either; a machine without IPv6 has only the first.
      await listen(createServer(handle), port, '127.0.0.1');
      await listen(createServer(handle), port, '::1').catch((error) => {
        if (error.code === 'EADDRINUSE') throw error;
      });
    }
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`port ${port} is in use; choose another one: PORT=${port + 1} make run`);
  }
  console.log(`\n  秒办 is at  http://localhost:${port}\n  (${dir}${backend ? `, backend ${backend}` : ''}; Ctrl-C stops it)\n`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`serve: ${error.message}`);
    process.exit(1);
  });
}

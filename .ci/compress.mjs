// Compression of what a browser downloads; the same settings wherever a size is measured or a file is written.
import { extname } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TEXT = new Set(['.html', '.css', '.js', '.mjs', '.json', '.svg', '.txt', '.webmanifest', '.xml', '.map']);

/** Whether compressing a file of this name is worth it. */
export const isCompressible = (name) => TEXT.has(extname(name)) || extname(name) === '.wasm';

/** Brotli; quality 11 for what is written once, less for what is compressed while somebody waits. */
export const brotli = (bytes, name, quality = 11) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_MODE]: TEXT.has(extname(name)) ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
    },
  });

export const gzip = (bytes) => gzipSync(bytes, { level: 9 });

/** A size as people read it. */
export const size = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

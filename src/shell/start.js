// Loads the app. A module, so browsers without them never see it; src/shell/boot.js has the messages.

const named = (name) => document.querySelector(`meta[name="app-${name}"]`).content;

/** Which message an error calls for: `old` where the browser does not understand what it got, `network` where it did not get it. */
const reason = (error) =>
  error instanceof SyntaxError || error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError ? 'old' : 'network';

const fetched = async (address) => {
  // Exactly as the preload in the head asks, so that the file is downloaded once.
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
};

const start = async () => {
  const [app, wasm] = await Promise.all([import(named('module')), fetched(named('wasm'))]);
  // The response itself, not a copy that counts bytes: only so do browsers keep the compiled code for the next visit.
  await app.default({ module_or_path: wasm });
};

if (typeof WebAssembly === 'object') {
  start().catch((error) => {
    if (error instanceof WebAssembly.RuntimeError) {
      dispatchEvent(new Event('miaoban:panic'));
      return;
    }
    console.warn('the app could not be started:', error);
    dispatchEvent(new CustomEvent('miaoban:failed', { detail: reason(error) }));
  });
}

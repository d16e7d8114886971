// Runs in the head, before anything is painted, in whatever browser comes: ES5 only, and no words (those are in index.html).
//
// - language, theme and text size from the address or the last visit, set on <html>;
// - what this app cannot run without, checked before it is downloaded;
// - the shell taken away when the app has mounted (window event `miaoban:ready`);
// - the overlay when the app has stopped for good (`miaoban:panic`), the message when it could not be loaded (`miaoban:failed`).
(function () {
  var root = document.documentElement;

  /** What the address says, or else what the last visit left. Storage can be forbidden. */
  function setting(name) {
    var match = new RegExp('[?&]' + name + '=([^&#]*)').exec(location.search);
    if (match) return decodeURIComponent(match[1]);
    try {
      return localStorage.getItem('miaoban.' + name);
    } catch (e) {
      return null;
    }
  }

  /** The app's language nearest to a BCP 47 tag; Chinese in simplified characters unless it says otherwise. */
  function language(tag) {
    var t = String(tag || '').toLowerCase();
    if (/^en\b/.test(t)) return 'en';
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/.test(t)) return 'zh-Hant';
    return 'zh-CN';
  }

  try {
    root.lang = language(setting('lang'));
    var theme = setting('theme');
    if (theme === 'dark' || theme === 'light') root.setAttribute('data-theme', theme);
    if (setting('size') === 'elder') root.setAttribute('data-size', 'elder');
  } catch (e) {
    // A malformed address must not keep the page from loading.
  }
  if (location.pathname !== '/') root.setAttribute('data-shell', 'plain');

  function element(id) {
    return document.getElementById(id);
  }

  /** Runs `task` once the shell's markup is there. */
  function whenParsed(task) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', task);
    else task();
  }

  var over = false;

  function fail(id) {
    whenParsed(function () {
      var section = element('shell-' + id);
      if (over || !section) return;
      over = true;
      element('shell-loading').hidden = true;
      root.setAttribute('data-shell', 'failed');
      section.hidden = false;
      if (id === 'network') {
        window.addEventListener('online', function () {
          location.reload();
        });
      }
    });
  }

  function ready() {
    var shell = element('shell');
    if (shell) shell.parentNode.removeChild(shell);
    root.removeAttribute('data-shell');
  }

  function panic() {
    whenParsed(function () {
      var overlay = element('panic');
      if (!overlay.hidden) return;
      over = true;
      ready();
      element('app').inert = true;
      overlay.hidden = false;
      element('panic-reload').focus();
    });
  }

  var wasm = typeof WebAssembly === 'object' && typeof WebAssembly.instantiate === 'function';
  var modules = 'noModule' in document.createElement('script');
  if (!wasm) fail(modules ? 'no-wasm' : 'old');
  else if (!modules) fail('old');

  window.addEventListener('miaoban:ready', ready);
  window.addEventListener('miaoban:panic', panic);
  window.addEventListener('miaoban:failed', function (event) {
    fail(event.detail);
  });
  // A trap without a panic, such as a stack that ran out, comes only as an error: thrown, or in a promise.
  function trapped(error) {
    if (wasm && error instanceof WebAssembly.RuntimeError) panic();
  }
  window.addEventListener('error', function (event) {
    trapped(event.error);
  });
  window.addEventListener('unhandledrejection', function (event) {
    trapped(event.reason);
  });
})();

// The embeddable form as it was built (`make embed`), in pages of other people and under the strict Content-Security-Policy.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, chromium as executable } from '../../../.ci/browser.mjs';
import { listener } from '../../../.ci/serve.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
let dir, server, browser, address;

/** A form of `n` fields of several kinds. */
const LONG = `(n) => {
  const kinds = [
    { type: 'string', maxLength: 40, examples: ['some words'] }, { type: 'number', minimum: 0 }, { type: 'boolean' }, { type: 'string', format: 'date' },
    { type: 'string', enum: Array.from({ length: 9 }, (_, i) => 'option ' + i) }, { type: 'string', enum: ['red', 'green'] },
    { type: 'string', 'x-widget': 'textarea', maxLength: 50, description: 'In your own words' }, { type: 'string', format: 'email', description: 'Where we write to.', examples: ['lin@example.org'] },
  ];
  const values = ['some text', 12, true, '2026-11-24', 'option 3', 'green', 'several words', 'lin@example.org'];
  const properties = {}, data = {};
  for (let i = 0; i < n; i += 1) {
    properties['f' + String(i).padStart(4, '0')] = { title: 'Question ' + i, ...kinds[i % kinds.length] };
    data['f' + String(i).padStart(4, '0')] = values[i % kinds.length];
  }
  return { schema: { type: 'object', required: Object.keys(properties), properties }, data, lang: 'en' };
}`;

/** The code of the README between fences of a language, the first after a heading. */
const example = (language) => {
  const section = readFileSync(join(root, 'README.md'), 'utf8').split('## Forms on any page')[1];
  return section.split(`\`\`\`${language}\n`)[1].split('```')[0];
};

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'miaoban-embed-'));
  cpSync(join(root, 'dist-embed'), join(dir, 'dist-embed'), { recursive: true });
  writeFileSync(join(dir, 'index.html'), example('html'));
  writeFileSync(join(dir, 'moving.js'), example('js'));
  // A page with styles of its own, and the door left open for the test to walk through.
  writeFileSync(join(dir, 'host.css'), 'h1 { margin: 3rem; font-style: italic } p { color: rgb(1, 2, 3) } button { border: 7px solid green } ul { padding: 11px }');
  writeFileSync(join(dir, 'host.js'), "import init, { mountForm, validateData } from './dist-embed/miaoban-form.js'; await init(); Object.assign(window, { mountForm, validateData, init });");
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title><link rel="stylesheet" href="host.css">';
  writeFileSync(
    join(dir, 'host.html'),
    `${head}<link rel="stylesheet" href="dist-embed/miaoban-form.css"><main><h1>Host</h1><p>Words</p><ul><li>One</li></ul><button>Own</button><div id="a"></div><div id="b"></div></main><script type="module" src="host.js"></script>`,
  );
  writeFileSync(join(dir, 'plain.html'), `${head}<main><h1>Host</h1><p>Words</p><ul><li>One</li></ul><button>Own</button></main>`);
  writeFileSync(join(dir, 'long.js'), `window.long = ${LONG};`);
  server = createServer(listener({ dir }));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({ executablePath: executable() ?? undefined, args: CHROMIUM_ARGS });
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A page that may not complain. */
const visit = async (path, then) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && !message.location().url.endsWith('/favicon.ico') && complaints.push(message.text()));
  await page.goto(`${address}/${path}`);
  try {
    await then(page, context);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
};

const host = (then) =>
  visit('host.html', async (page, context) => {
    await page.waitForFunction(() => window.mountForm);
    await then(page, context);
  });

const accessible = async (page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  assert.deepEqual(violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`)), []);
};

test('the example of the README is drawn, says what is wrong, is submitted and goes', () =>
  visit('', async (page) => {
    const name = page.getByLabel('Your name');
    await name.waitFor();
    assert.equal(await name.inputValue(), 'Lin Zhiyu');
    assert.equal(await page.locator('[data-field="/name"]').getAttribute('data-source'), 'household');
    await accessible(page);
    await page.locator('[data-action="primary"]').click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    assert.equal(await summary.getByRole('link').count(), 2);
    await accessible(page);
    await summary.getByRole('link').last().click();
    assert.equal(await page.evaluate(() => document.activeElement.closest('[data-field]').dataset.field), '/storey');
    await page.keyboard.type('3');
    await page.getByText('Is there a lift?').waitFor();
    await page.getByLabel('Day of the move').fill('2026-12-01');
    await page.locator('[data-action="primary"]').click();
    await page.waitForFunction(() => document.title.startsWith('Sent: '));
    assert.equal(await page.title(), 'Sent: {"name":"Lin Zhiyu","day":"2026-12-01","storey":3} {"/name":"household"}');
    await page.evaluate(() => document.dispatchEvent(new Event('leave')));
    assert.equal(await page.locator('#form').innerHTML(), '');
  }));

test("a host's own styles survive", async () => {
  const look = () =>
    ['h1', 'p', 'ul', 'li', 'button', 'main', 'body', 'html'].map((tag) => {
      const style = getComputedStyle(document.querySelector(tag));
      return [tag, style.margin, style.padding, style.color, style.font, style.border, style.backgroundColor, style.boxSizing, style.scrollPadding];
    });
  let alone;
  await visit('plain.html', async (page) => (alone = await page.evaluate(look)));
  await host(async (page) => assert.deepEqual(await page.evaluate(look), alone));
});

test('two forms of one page share nothing', () =>
  host(async (page) => {
    const ids = await page.evaluate(() => {
      const options = { lang: 'en', schema: { type: 'object', required: ['name', 'yes'], properties: { name: { type: 'string', title: 'Name' }, yes: { type: 'boolean', title: 'Sure?' } } }, onSubmit() {} };
      window.forms = ['a', 'b'].map((id) => window.mountForm(document.getElementById(id), options));
      return [...document.querySelectorAll('[id]')].map((element) => element.id);
    });
    assert.equal(new Set(ids).size, ids.length);
    await page.locator('#b').getByLabel('Name').fill('Tang');
    await page.locator('#b').getByLabel('Yes').check();
    assert.deepEqual(await page.evaluate(() => window.forms.map((form) => form.data())), [{}, { name: 'Tang', yes: true }]);
    await page.locator('#a [data-action="primary"]').click();
    await page.locator('#a').getByRole('alert').waitFor();
    assert.equal(await page.locator('#b').getByRole('alert').count(), 0);
    await accessible(page);
    // The one that goes takes nothing of the other's along.
    await page.evaluate(() => window.forms[0].unmount());
    await page.locator('#b').getByLabel('Name').fill('Tang Yuanzhou');
    assert.deepEqual(await page.evaluate(() => window.forms[1].data()), { name: 'Tang Yuanzhou', yes: true });
  }));

test('what is wrong with schema and options is said, with the place', () =>
  host(async (page) => {
    const thrown = await page.evaluate(() => {
      const schema = { type: 'object', properties: { a: { type: 'string', title: 'A' } } };
      const circle = {};
      circle.circle = circle;
      const tries = [
        [null, { schema }],
        [document.body],
        [document.body, {}],
        [document.body, { schema: { type: 'object', properties: { a: { type: 'string', minLength: -1 } } } }],
        [document.body, { schema: { type: 'object', properties: { a: { type: 'string', 'x-visible-when': 'a ==' } } } }],
        [document.body, { schema: circle }],
        [document.body, { schema, data: [] }],
        [document.body, { schema, lang: 'fr' }],
        [document.body, { schema, onChange: 'x' }],
        [document.body, { schema, provenance: { '/a': { level: 'Z', source: 's' } } }],
        [document.body, { schema: { type: 'object', properties: { scan: { type: 'string', format: 'attachment' } } } }],
      ];
      return tries.map((given) => {
        try {
          window.mountForm(...given);
          return 'nothing';
        } catch (error) {
          return [error instanceof Error, error.message, error.pointer];
        }
      });
    });
    const messages = [/first argument.*element/, /second argument.*object/, /schema is missing/, /schema cannot be drawn/, /JMESPath/, /not JSON/, /data must be an object/, /lang must be/, /onChange must be a function/, /level/, /onFile is missing.*\/scan/];
    for (const [at, message] of messages.entries()) {
      assert.equal(thrown[at][0], true, `no Error at ${at}: ${thrown[at]}`);
      assert.match(thrown[at][1], message);
    }
    assert.equal(thrown[3][2], '/properties/a/minLength');
    assert.equal(thrown[4][2], '/properties/a/x-visible-when');
    assert.equal(await page.locator('.mb-form').count(), 0);
    const gone = await page.evaluate(() => {
      const form = window.mountForm(document.getElementById('a'), { schema: { type: 'object', properties: { a: { type: 'string' } } } });
      form.unmount();
      form.unmount();
      try {
        return form.data();
      } catch (error) {
        return error.message;
      }
    });
    assert.equal(gone, 'the form was unmounted');
  }));

test('markup in a schema is text', () =>
  host(async (page) => {
    await page.evaluate(() => {
      const title = '<img src=x onerror="window.pwned=1"><b>bold</b>';
      const field = { type: 'string', title, description: title, 'x-placeholder': title };
      const properties = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${i}`, field]));
      window.mountForm(document.getElementById('a'), { schema: { type: 'object', title, properties } });
    });
    await page.waitForFunction(() => document.querySelectorAll('[data-field]').length === 60);
    assert.equal(await page.locator('#a img, #a .mb-field b').count(), 0);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
  }));

test('every kind of field is drawn with the styles that it has in the app', () => {
  const drawn = ['src/ui/field', 'src/ui/form'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)));
  const own = ['button', 'card', 'choice', 'error_summary', 'long_text', 'icon'].map((name) => join(root, 'src/ui', `${name}.rs`));
  const used = new Set([...drawn, ...own].flatMap((file) => readFileSync(file, 'utf8').match(/\bmb-[a-z0-9_-]+/g) ?? []));
  const classes = (css) => new Set([...css.matchAll(/\.(mb-[\w-]+)/g)].map(([, name]) => name));
  // A form stands in no dialog.
  const sheets = readdirSync(join(root, 'style')).filter((name) => name !== 'overlay.css');
  const known = sheets.map((name) => classes(readFileSync(join(root, 'style', name), 'utf8')));
  const there = classes(readFileSync(join(root, 'dist-embed/miaoban-form.css'), 'utf8'));
  // A search's list, a signature's sheet and a range's two halves once came without any.
  assert.deepEqual([...used].filter((name) => known.some((all) => all.has(name)) && !there.has(name)), []);
});

test('a hostile schema gets an error with its place in time, and nothing of it runs', () =>
  host(async (page) => {
    const told = await page.evaluate(() => {
      const attempt = (schema, data) => {
        try {
          window.mountForm(document.getElementById('a'), { schema, data }).unmount();
          return 'drawn';
        } catch (error) {
          return error instanceof Error ? [error.message, error.pointer] : String(error);
        }
      };
      const properties = (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`property-${i}`, { type: 'string', title: 'A field of many' }]));
      let deep = { type: 'string' };
      for (let i = 0; i < 3_000; i += 1) deep = { type: 'object', properties: { a: deep } };
      return [
        attempt({ type: 'object', properties: properties(180_000) }),
        attempt(deep),
        attempt({ $ref: '#/$defs/a', $defs: { a: { type: 'object', required: ['a'], properties: { a: { $ref: '#/$defs/a' } } } } }),
        attempt({ type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }),
        attempt({ type: 'object', properties: { a: { type: 'string', pattern: 'x'.repeat(20_000) } } }),
        attempt({ type: 'object', properties: { a: { 'x-computed': 'b' }, b: { 'x-computed': 'a' } } }),
      ];
    });
    const places = [/^\/properties|^$/, /./, /./, /^\/properties\/a\/pattern$/, /^\/properties\/a\/pattern$/, /^\/properties\/[ab]/];
    for (const [at, place] of places.entries()) {
      assert.ok(Array.isArray(told[at]), `${at}: ${told[at]}`);
      assert.match(told[at][1] ?? 'no pointer', place, `${at}: ${told[at]}`);
    }
    assert.equal(await page.locator('.mb-form').count(), 0);
    const keys = await page.evaluate(() => {
      // As text: written in a script, such a key would set the object's prototype.
      const schema = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string","title":"Odd key"},"constructor":{"type":"string","title":"C"}}}');
      const data = JSON.parse('{"__proto__":"p","constructor":"c","polluted":{"__proto__":{"x":1}}}');
      const form = window.mountForm(document.getElementById('a'), { schema, data, lang: 'en' });
      const given = form.data();
      return [Object.keys(given).sort(), Object.getPrototypeOf(given) === Object.prototype, {}.x === undefined];
    });
    assert.deepEqual(keys, [['__proto__', 'constructor'], true, true]);
    await page.getByLabel('Odd key').fill('q');
    assert.equal(await page.evaluate(() => ({}).q), undefined);
  }));

test('files go to the host, which may refuse them, and are submitted as it names them', () =>
  host(async (page) => {
    await page.evaluate(() => {
      window.calls = [];
      window.changes = [];
      const properties = {
        scan: { type: 'string', format: 'attachment', title: 'Scan', 'x-accept': 'image/png,application/pdf' },
        more: { type: 'array', title: 'More', items: { type: 'string', format: 'attachment', 'x-accept': 'application/pdf' } },
      };
      window.form = window.mountForm(document.getElementById('a'), {
        schema: { type: 'object', required: ['scan'], properties },
        lang: 'en',
        onChange: (change) => window.changes.push(change),
        onSubmit: (data) => (window.sent = data),
        onFile: (file, { pointer, signal }) =>
          new Promise((done, fail) => window.calls.push({ file, pointer, signal, done, fail })),
      });
    });
    const pick = (pointer, ...names) =>
      page.locator(`[data-field="${pointer}"] input[type=file]`).setInputFiles(names.map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })));
    const called = async (n) => page.waitForFunction((n) => window.calls.length === n, n);
    await pick('/scan', 'one.pdf');
    await called(1);
    assert.deepEqual(await page.evaluate(() => [window.calls[0].file.name, window.calls[0].pointer, window.form.data()]), ['one.pdf', '/scan', {}]);
    await page.evaluate(() => window.calls[0].fail({ detail: 'The scan cannot be read' }));
    await page.getByText('The scan cannot be read').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await called(2);
    // Another file in its place: what is under way is given up.
    await pick('/scan', 'two.pdf');
    await called(3);
    assert.deepEqual(await page.evaluate(() => window.calls.map((call) => call.signal.aborted)), [true, true, false]);
    await page.evaluate(() => {
      window.calls[1].done('late');
      window.calls[2].done('id-2');
    });
    await page.waitForFunction(() => window.form.data().scan === 'id-2');
    await pick('/more', 'a.pdf', 'b.pdf');
    await called(5);
    await page.evaluate(() => window.calls.slice(3).forEach((call) => call.done(call.file.name)));
    await page.waitForFunction(() => window.form.data().more?.length === 2);
    await page.getByRole('button', { name: 'Remove a.pdf' }).click();
    assert.deepEqual(await page.evaluate(() => window.changes.map(({ pointer, value }) => [pointer, value])), [
      ['/scan', 'id-2'],
      ['/more', ['a.pdf']],
      ['/more', ['a.pdf', 'b.pdf']],
      ['/more', ['b.pdf']],
    ]);
    await page.locator('[data-action="primary"]').click();
    await page.waitForFunction(() => window.sent);
    assert.deepEqual(await page.evaluate(() => window.sent), { scan: 'id-2', more: ['b.pdf'] });
    await pick('/more', 'c.pdf');
    await called(6);
    assert.equal(await page.evaluate(() => (window.form.unmount(), window.calls[5].signal.aborted)), true);
    await page.evaluate(() => window.calls[5].done('nobody'));
  }));

test('a form stays whose handle nobody kept', () =>
  host(async (page, context) => {
    // The browser clears handles away that nothing names: a form that belonged to its handle went from under the person.
    await page.evaluate(() => {
      window.mountForm(document.getElementById('a'), { schema: { type: 'object', properties: { name: { type: 'string', title: 'Name' } } }, lang: 'en' });
    });
    await page.getByLabel('Name').fill('Lin');
    const session = await context.newCDPSession(page);
    for (let i = 0; i < 3; i += 1) {
      await session.send('HeapProfiler.collectGarbage');
      // What was cleared away is told of in a task of its own.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    }
    assert.equal(await page.getByLabel('Name').inputValue(), 'Lin');
  }));

/** Brings the page `window.long`, by a file: the policy forbids to evaluate text. */
const long = async (page) => {
  await page.addScriptTag({ type: 'module', url: '/long.js' });
  await page.waitForFunction(() => window.long);
};

test('a long form is there whole in a moment, and what was cast is what is drawn', () =>
  host(async (page) => {
    await long(page);
    await page.evaluate(() => {
      window.changes = [];
      window.form = window.mountForm(document.getElementById('a'), { ...window.long(400), onChange: (change) => window.changes.push(change), onSubmit() {} });
    });
    // A screenful at once.
    assert.ok((await page.locator('[data-field]').count()) >= 8);
    await page.waitForFunction(() => document.querySelectorAll('[data-field]').length === 400);
    const html = (page) =>
      page.evaluate(() => {
        const plain = (element) => {
          const copy = element.cloneNode(true);
          const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
          const comments = [];
          while (walker.nextNode()) comments.push(walker.currentNode);
          comments.forEach((comment) => comment.remove());
          const values = [...element.querySelectorAll('input,select,textarea')].map((c) => [c.id, c.value, c.checked]);
          return [copy.outerHTML, values];
        };
        return [...document.querySelectorAll('[data-field]')].slice(300, 310).map(plain);
      });
    const cast = await html(page);
    assert.equal(await page.locator('[data-field="/f0304"] .mb-field__hint').textContent(), 'For example: some words');
    assert.equal(await page.locator('[data-field="/f0305"] .mb-field__hint').count(), 0);
    assert.equal(await page.locator('[data-field="/f0303"] .mb-field__hint').textContent(), 'Where we write to. For example: lin@example.org');
    // Focus brings them to life, in the same place.
    assert.equal(await page.evaluate(() => window.form.focus('/f0304')), true);
    await page.waitForFunction(() => document.activeElement?.closest('[data-field]')?.dataset.field === '/f0304');
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-field]')?.dataset.field), '/f0304');
    assert.deepEqual(await html(page), cast);
    // Typing there is taken, and nowhere else.
    const choice = page.locator('[data-field="/f0308"] select');
    await choice.selectOption('option 5');
    assert.deepEqual(await page.evaluate(() => window.changes), [{ pointer: '/f0308', value: 'option 5' }]);
    assert.equal(await page.evaluate(() => Object.keys(window.form.data()).length), 400);
  }));

test('new data reaches what nobody has looked at, and problems there are shown and led to', () =>
  host(async (page) => {
    await long(page);
    await page.evaluate(() => {
      window.form = window.mountForm(document.getElementById('a'), { ...window.long(400), onSubmit() {} });
    });
    await page.waitForFunction(() => document.querySelectorAll('[data-field]').length === 400);
    await page.evaluate(() => {
      const { data } = window.long(400);
      delete data.f0353;
      window.form.setData({ ...data, f0352: 'other text' });
    });
    await page.waitForFunction(() => document.querySelector('[data-field="/f0352"] input').value === 'other text');
    assert.equal(await page.locator('[data-field="/f0353"] input').inputValue(), '');
    const problems = await page.evaluate(() => window.form.validate());
    assert.deepEqual(problems.map(({ pointer, severity }) => [pointer, severity]), [['/f0353', 'error']]);
    await page.waitForFunction(() => document.querySelector('[data-field="/f0353"]').dataset.state === 'problem');
    await page.locator('[data-action="primary"]').click();
    await page.getByRole('alert').getByRole('link').click();
    await page.waitForFunction(() => document.activeElement?.closest('[data-field]')?.dataset.field === '/f0353');
    await page.keyboard.type('7');
    await page.waitForFunction(() => document.querySelector('[data-field="/f0353"]').dataset.state === 'typed');
    assert.equal(await page.evaluate(() => window.form.data().f0353), 7);
    await accessible(page);
  }));

test('what nobody has looked at is found in the page and submitted', () =>
  host(async (page) => {
    await long(page);
    // Pressed in the same moment: nothing but the first screenful is there.
    const early = await page.evaluate(() => {
      const { data, ...rest } = window.long(400);
      delete data.f0399;
      window.form = window.mountForm(document.getElementById('a'), { ...rest, data, onSubmit: (data) => (window.sent = data) });
      const there = document.querySelectorAll('[data-field]').length;
      document.querySelector('#a [data-action="primary"]').click();
      return there;
    });
    assert.ok(early < 100, `${early} questions are there at once`);
    await page.getByRole('alert').getByRole('link').click();
    await page.waitForFunction(() => document.activeElement?.closest('[data-field]')?.dataset.field === '/f0399');
    await page.keyboard.type('lin@example.org');
    await page.waitForFunction(() => document.querySelectorAll('[data-field]').length === 400);
    // As the browser's own search does: it goes where it finds something.
    const found = await page.evaluate(() => {
      getSelection().removeAllRanges();
      const is = window.find('Question 251');
      const at = getSelection().anchorNode?.parentElement.closest('[data-field]');
      return [is, at?.dataset.field];
    });
    assert.deepEqual(found, [true, '/f0251']);
    await page.locator('#a [data-action="primary"]').click();
    await page.waitForFunction(() => window.sent);
    assert.equal(await page.evaluate(() => Object.keys(window.sent).length), 400);
  }));

test('screen readers read what nobody has looked at', async () => {
  // As a browser is while a screen reader runs: it builds the tree of the parts off screen for that alone.
  const own = await chromium.launch({ executablePath: executable() ?? undefined, args: [...CHROMIUM_ARGS, '--force-renderer-accessibility'] });
  try {
    const page = await own.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${address}/host.html`);
    await page.waitForFunction(() => window.mountForm);
    await long(page);
    await page.evaluate(() => {
      window.form = window.mountForm(document.getElementById('a'), window.long(400));
    });
    await page.waitForFunction(() => document.querySelectorAll('[data-field]').length === 400);
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    const read = async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const asked = nodes.filter(({ ignored, role }) => !ignored && !['StaticText', 'InlineTextBox', 'LabelText', 'Legend', 'generic'].includes(role?.value));
      return new Set(asked.map(({ name }) => name?.value));
    };
    let unread = [];
    // The tree follows the document a moment later.
    for (let tries = 0; tries < 40; tries += 1) {
      const names = await read();
      unread = Array.from({ length: 400 }, (_, i) => `Question ${i}`).filter((name) => !names.has(name));
      if (!unread.length) break;
      await page.waitForTimeout(100);
    }
    assert.deepEqual(unread, []);
  } finally {
    await own.close();
  }
});

test('the Tab key walks through parts that are not alive yet', () =>
  host(async (page) => {
    await long(page);
    await page.evaluate(() => {
      window.form = window.mountForm(document.getElementById('a'), window.long(80));
    });
    await page.waitForFunction(() => document.querySelectorAll('[data-field]').length === 80);
    await page.evaluate(() => window.form.focus('/f0000'));
    await page.waitForFunction(() => document.activeElement?.closest('[data-field]')?.dataset.field === '/f0000');
    const walked = ['/f0000'];
    for (let i = 0; i < 140 && walked.at(-1) !== '/f0079'; i += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => document.activeElement?.closest('[data-field]')?.dataset.field);
      if (at !== walked.at(-1)) walked.push(at);
    }
    assert.deepEqual(walked, Array.from({ length: 80 }, (_, i) => `/f${String(i).padStart(4, '0')}`));
  }));

test('the official JSON Schema Test Suite holds in a browser too, whose regular expressions are its own', () =>
  host(async (page) => {
    const suite = join(root, 'tests/.cache/json-schema-suite');
    const files = (dir) => readdirSync(dir, { recursive: true }).filter((name) => statSync(join(dir, name)).isFile()).sort();
    // As text: a script that quotes them would lose members of odd names.
    const schemas = files(join(suite, 'remotes')).map((name) => [`http://localhost:1234/${name}`, readFileSync(join(suite, 'remotes', name), 'utf8')]);
    for (const name of files(join(suite, 'metaschemas'))) {
      const text = readFileSync(join(suite, 'metaschemas', name), 'utf8');
      if (JSON.parse(text).$id) schemas.push([JSON.parse(text).$id, text]);
    }
    const draft = join(suite, 'tests/draft2020-12');
    const required = readdirSync(draft).filter((name) => name.endsWith('.json')).sort();
    const wrong = [];
    let total = 0;
    for (const name of required) {
      const told = await page.evaluate(
        ([text, schemas]) => {
          const others = Object.fromEntries(schemas.map(([uri, text]) => [uri, JSON.parse(text)]));
          return JSON.parse(text).flatMap(({ description, schema, tests }) =>
            tests.map((test) => {
              try {
                const { valid, limit } = window.validateData(schema, test.data, { schemas: others, formats: false });
                return valid === test.valid && !limit ? '' : `${description}: ${test.description}`;
              } catch (error) {
                return `${description}: ${error.message}`;
              }
            }),
          );
        },
        [readFileSync(join(draft, name), 'utf8'), schemas],
      );
      total += told.length;
      wrong.push(...told.filter(Boolean).map((what) => `${name}: ${what}`));
    }
    assert.ok(total >= 1_257, `${total} cases`);
    // Vocabularies are not read.
    assert.deepEqual(wrong.filter((what) => !what.startsWith('vocabulary.json')), []);
    assert.ok(wrong.length <= 1, wrong.join('\n'));
  }));

test('validation without a form says where, and what cannot be used', () =>
  host(async (page) => {
    const told = await page.evaluate(() => {
      const attempt = (...given) => {
        try {
          return window.validateData(...given);
        } catch (error) {
          return [error.message, error.pointer];
        }
      };
      return [
        attempt({ properties: { age: { minimum: 14 } }, required: ['name'] }, { age: 3 }),
        attempt({ $ref: 'https://example.org/name' }, 'x', { schemas: { 'https://example.org/name': { minLength: 2 } } }),
        attempt({ format: 'date' }, 'soon'),
        attempt({ format: 'date' }, 'soon', { formats: false }),
        attempt({ properties: { a: { pattern: 7 } } }, {}),
        attempt({}, 10n),
        attempt({}, {}, { schemas: [] }),
      ];
    });
    assert.deepEqual(told[0].violations.map((v) => [v.instance, v.keyword]).sort(), [['', 'required'], ['/age', 'minimum']]);
    assert.equal(told[1].violations[0].keyword, 'minLength');
    assert.deepEqual([told[2].valid, told[3].valid], [false, true]);
    assert.equal(told[4][1], '/properties/a/pattern');
    assert.match(told[5][0], /data is not JSON/);
    assert.match(told[6][0], /options\.schemas/);
  }));

test('mounting and unmounting 200 times leaves nothing behind', () =>
  host(async (page, context) => {
    await long(page);
    const session = await context.newCDPSession(page);
    const rounds = (n) =>
      page.evaluate(async (n) => {
        const options = window.long(60);
        for (let i = 0; i < n; i += 1) {
          const form = window.mountForm(document.getElementById('a'), { ...options, onChange() {}, onSubmit() {} });
          form.validate();
          // Some go before their last part is there, some after.
          await new Promise((done) => setTimeout(done, i % 4 === 0 ? 40 : 0));
          form.unmount();
          form.free();
        }
        await new Promise((done) => setTimeout(done, 400));
      }, n);
    const state = async () => {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      // The program is loaded: asking again answers its exports.
      const wasm = await page.evaluate(async () => (await window.init()).memory.buffer.byteLength);
      return { nodes, jsEventListeners, usedSize, wasm };
    };
    // What leaks grows with every batch; what only came late, or found memory in pieces, grows once.
    const grown = [];
    await rounds(30);
    for (let before = await state(), batch = 0; batch < 4; batch += 1) {
      await rounds(200);
      const after = await state();
      const more = Object.fromEntries(Object.keys(after).map((what) => [what, after[what] - before[what]]));
      grown.push(more);
      if (more.nodes <= 20 && more.jsEventListeners <= 5 && more.wasm <= 0 && more.usedSize < 512 * 1024) break;
      before = after;
    }
    assert.ok(grown.length < 4, `each batch of 200 left more: ${JSON.stringify(grown)}`);
    assert.equal(await page.locator('#a').innerHTML(), '');
  }));

// What runs in the page: mounts one peer and says how long everything took. Times are in milliseconds, to a moment after the frame was painted.
import { dataOf, kindOf, schemaOf } from './form.mjs';

const painted = () =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(0);
    }),
  );

export const run = (peer) => {
  let form;
  globalThis.bench = {
    /** From the page's beginning to where a form can be mounted: scripts fetched, compiled and run. */
    async getReady() {
      await peer.ready?.();
      return performance.now();
    },
    async mount(n) {
      const root = document.getElementById('root');
      const [schema, data] = [schemaOf(n), dataOf(n)];
      await painted();
      const began = performance.now();
      form = peer.mount(root, schema, data);
      let now = await painted();
      while (!form.control(0)) now = await painted();
      const first = now - began;
      while (!form.last()) now = await painted();
      return { first, whole: now - began, nodes: root.getElementsByTagName('*').length, controls: root.querySelectorAll('input,select,textarea').length };
    },
    /** Gives the focus to a text field, which real keys are then sent to. */
    focus() {
      const at = 0;
      if (kindOf(at) !== 'text') throw new Error('no text field');
      form.control(at).focus();
      globalThis.keys = [];
      addEventListener(
        'keydown',
        () => {
          const began = performance.now();
          painted().then((now) => keys.push(now - began));
        },
        { capture: true },
      );
    },
    answer: () => form.answer(0),
    async validate() {
      const began = performance.now();
      const valid = await form.validate();
      return { valid, took: (await painted()) - began };
    },
  };
};

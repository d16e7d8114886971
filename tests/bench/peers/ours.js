// The form engine by its own door; the bundle is what `make embed` built.
import init, { mountForm } from '../../../dist-embed/miaoban-form.js';
import { kindOf, nameOf } from '../form.mjs';

export const ready = () => init('/dist-embed/miaoban-form_bg.wasm');

export const mount = (root, schema, data) => {
  const properties = Object.fromEntries(Object.entries(schema.properties).map(([name, property], at) => [name, kindOf(at) === 'long' ? { ...property, 'x-widget': 'textarea' } : property]));
  const form = mountForm(root, { schema: { ...schema, properties }, data, lang: 'en' });
  const at = (name) => root.querySelector(`[data-field="/${name}"]`);
  return {
    validate: () => form.validate().length === 0,
    control: (index) => at(nameOf(index))?.querySelector('input,select,textarea'),
    last: () => at(nameOf(Object.keys(schema.properties).length - 1)),
    answer: (index) => form.data()[nameOf(index)],
  };
};

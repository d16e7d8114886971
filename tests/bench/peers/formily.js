// Formily draws with components of one's own: native controls here.
import { createForm } from '@formily/core';
import { createSchemaField, FormProvider } from '@formily/react';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { kindOf, nameOf, OPTIONS } from '../form.mjs';

const control = (tag, more = {}) => ({ value, onChange, id }) => h(tag, { id, value: value ?? '', onChange: (e) => onChange(e.target.value), ...more });
const components = {
  Text: control('input'),
  Number: ({ value, onChange, id }) => h('input', { id, type: 'number', value: value ?? '', onChange: (e) => onChange(Number(e.target.value)) }),
  Check: ({ value, onChange, id }) => h('input', { id, type: 'checkbox', checked: Boolean(value), onChange: (e) => onChange(e.target.checked) }),
  Choice: ({ value, onChange, id }) =>
    h('select', { id, value, onChange: (e) => onChange(e.target.value) }, OPTIONS.map((option) => h('option', { key: option, value: option }, option))),
  Day: control('input', { type: 'date' }),
  Long: control('textarea'),
  Item: ({ children, title, id }) => h('div', null, h('label', { htmlFor: id }, title), children),
};
const NAMES = { text: 'Text', number: 'Number', boolean: 'Check', choice: 'Choice', date: 'Day', long: 'Long' };

export const mount = (root, schema, data) => {
  const names = Object.keys(schema.properties);
  const form = createForm({ initialValues: data });
  const SchemaField = createSchemaField({ components });
  const properties = Object.fromEntries(
    names.map((name, at) => {
      const { enum: _, format: __, ...rest } = schema.properties[name];
      const id = `formily-${name}`;
      const more = { 'x-decorator': 'Item', 'x-decorator-props': { title: rest.title, id }, 'x-component': NAMES[kindOf(at)], 'x-component-props': { id } };
      return [name, { ...rest, required: true, ...more }];
    }),
  );
  createRoot(root).render(h(FormProvider, { form }, h(SchemaField, { schema: { type: 'object', properties } })));
  return {
    validate: () => form.validate().then(() => true, () => false),
    control: (at) => root.querySelector(`#formily-${nameOf(at)}`),
    last: () => root.querySelector(`#formily-${names.at(-1)}`),
    answer: (at) => form.values[nameOf(at)],
  };
};

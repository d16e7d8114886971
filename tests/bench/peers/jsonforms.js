// With the vanilla renderers, the lightest that JSONForms has.
import { createAjv } from '@jsonforms/core';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { kindOf, nameOf } from '../form.mjs';

export const mount = (root, schema, data) => {
  const names = Object.keys(schema.properties);
  const elements = names.map((name, at) => ({
    type: 'Control',
    scope: `#/properties/${name}`,
    ...(kindOf(at) === 'long' ? { options: { multi: true } } : {}),
  }));
  const uischema = { type: 'VerticalLayout', elements };
  const ajv = createAjv();
  let now = data;
  const onChange = (state) => (now = state.data);
  createRoot(root).render(createElement(JsonForms, { schema, uischema, data, renderers: vanillaRenderers, cells: vanillaCells, ajv, onChange }));
  return {
    // It validates with every key; a submission looks once more.
    validate: () => ajv.validate(schema, now),
    control: (at) => root.querySelector(`[id="#/properties/${nameOf(at)}-input"]`) ?? root.querySelector(`[id^="#/properties/${nameOf(at)}"] :is(input,select,textarea)`),
    last: () => root.querySelector(`[id^="#/properties/${names.at(-1)}"]`),
    answer: (at) => now[nameOf(at)],
  };
};

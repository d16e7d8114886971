import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createElement, createRef } from 'react';
import { createRoot } from 'react-dom/client';
import { kindOf, nameOf } from '../form.mjs';

export const mount = (root, schema, data) => {
  const names = Object.keys(schema.properties);
  const ref = createRef();
  const uiSchema = Object.fromEntries(names.map((name, at) => [name, kindOf(at) === 'long' ? { 'ui:widget': 'textarea' } : {}]));
  let now = data;
  createRoot(root).render(createElement(Form, { schema, uiSchema, formData: data, validator, ref, onChange: (e) => (now = e.formData) }));
  return {
    validate: () => ref.current.validateForm(),
    control: (at) => root.querySelector(`#root_${nameOf(at)}`),
    last: () => root.querySelector(`[id="root_${names.at(-1)}"]`) ?? root.querySelector(`[name="root_${names.at(-1)}"]`),
    answer: (at) => now[nameOf(at)],
  };
};

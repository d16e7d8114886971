// The same markup as the form engine's, made by hand with createElement, each control writing into an object.
import { kindOf, nameOf, OPTIONS } from '../form.mjs';

const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

export const mount = (root, schema, data) => {
  const answers = { ...data };
  const set = (name, value) => {
    answers[name] = value;
  };
  const input = (name, attributes, read = (text) => text) => {
    const control = make('input', { class: 'mb-input ', enterkeyhint: 'next', required: '', ...attributes });
    control.value = answers[name];
    control.addEventListener('input', () => set(name, read(control.value)));
    return control;
  };
  const controls = {
    text: (name, id) => input(name, { id, type: 'text' }),
    number: (name, id) => input(name, { id, type: 'text', inputmode: 'decimal', class: 'mb-input mb-input--short', autocapitalize: 'off', spellcheck: 'false' }, Number),
    date: (name, id) => input(name, { id, type: 'date', class: 'mb-input mb-input--date', min: '1900-01-01', max: '9999-12-31' }),
    boolean: (name, id) => {
      const options = [true, false].map((value, at) => {
        const radio = make('input', { type: 'radio', class: 'mb-option__input', id: `${id}-${at}`, name: id, value: String(value) });
        radio.checked = answers[name] === value;
        radio.addEventListener('change', () => set(name, value));
        const title = make('span', { class: 'mb-option__title' }, value ? 'Yes' : 'No');
        return make('div', { class: 'mb-option' }, radio, make('label', { class: 'mb-option__label', for: `${id}-${at}` }, title));
      });
      return make('div', { class: 'mb-options--two' }, make('div', { class: 'mb-options' }, ...options));
    },
    choice: (name, id) => {
      const select = make('select', { class: 'mb-input mb-select__input', id, required: '' });
      for (const option of ['', ...OPTIONS]) select.append(make('option', { value: option }, option || 'Please choose'));
      select.value = answers[name];
      select.addEventListener('change', () => set(name, select.value));
      return make('div', { class: 'mb-select' }, select);
    },
    long: (name, id) => {
      const area = make('textarea', { class: 'mb-input mb-input--area', id, required: '', rows: '3', 'aria-describedby': `${id}-count` });
      const left = () => `${schema.properties[name].maxLength - area.value.length} characters left`;
      area.value = answers[name];
      const count = make('p', { class: 'mb-count', id: `${id}-count` }, left());
      area.addEventListener('input', () => {
        set(name, area.value);
        count.textContent = left();
      });
      const both = document.createDocumentFragment();
      both.append(area, count);
      return both;
    },
  };
  const fields = Object.keys(schema.properties).map((name, at) => {
    const [id, kind, label] = [`hand-${name}`, kindOf(at), schema.properties[name].title];
    const parts = [
      make('div', { class: 'mb-field__note-slot', id: `${id}-note` }),
      controls[kind](name, id),
      make('div', { class: 'mb-field__problem-slot', id: `${id}-problem`, 'aria-live': 'polite' }),
    ];
    return kind === 'boolean'
      ? make('fieldset', { class: 'mb-field mb-field--group', id: `${id}-group`, role: 'radiogroup', 'data-field': `/${name}`, 'data-state': 'typed' }, make('legend', { class: 'mb-field__label' }, label), ...parts)
      : make('div', { class: 'mb-field', 'data-field': `/${name}`, 'data-state': 'typed' }, make('label', { class: 'mb-field__label', for: id }, label), ...parts);
  });
  const form = make('form', { class: 'mb-form' }, make('section', { class: 'mb-card' }, ...fields));
  root.append(form);
  const properties = Object.entries(schema.properties);
  return {
    // What a person who writes a form by hand checks: that everything is there and within its bounds.
    validate: () =>
      form.checkValidity() && properties.every(([name, { maxLength, minimum }]) => !(String(answers[name]).length > maxLength || answers[name] < minimum)),
    control: (at) => form.querySelector(`#hand-${nameOf(at)}`),
    last: () => form.querySelector(`[data-field="/${properties.at(-1)[0]}"]`),
    answer: (at) => answers[nameOf(at)],
  };
};

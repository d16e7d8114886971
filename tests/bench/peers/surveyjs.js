// SurveyJS in its own rendering without a framework (survey-js-ui); its questions are not JSON Schema, so they are written out.
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import { kindOf, nameOf, OPTIONS } from '../form.mjs';

const KINDS = {
  text: { type: 'text' },
  number: { type: 'text', inputType: 'number', min: 0 },
  boolean: { type: 'boolean', renderAs: 'checkbox' },
  choice: { type: 'dropdown', renderAs: 'select', choices: OPTIONS },
  date: { type: 'text', inputType: 'date' },
  long: { type: 'comment' },
};

export const mount = (root, schema, data) => {
  const names = Object.keys(schema.properties);
  const elements = names.map((name, at) => ({ name, title: schema.properties[name].title, isRequired: true, ...KINDS[kindOf(at)] }));
  // As one types, as all the others do; it would wait for a question to be left otherwise.
  const model = new Model({ textUpdateMode: 'onTyping', elements });
  model.data = data;
  renderSurvey(model, root);
  const question = (at) => model.getQuestionByName(nameOf(at));
  const element = (at) => root.querySelector(`#${question(at).id} :is(input,select,textarea)`);
  return { validate: () => model.validate(), control: element, last: () => element(names.length - 1), answer: (at) => question(at).value };
};

import { widgetOf } from '../render/values.js';

const MISSING = 'Please fill this in.';

const CHECKS = {
  email_text_input: (value) => !/^\S+@\S+$/.test(value) && 'This is not an e-mail address.',
  url_text_input: (value) => !/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value) && 'This is not a web address.',
  number_input: (value, element) => numberProblem(value, element),
};

/**
 * What the form itself can tell is wrong, before the app is asked.
 * @returns {Object<string, string>} text by block id; empty when all is well
 */
export function fieldErrors(form) {
  const problems = [...form.querySelectorAll('[data-input-block]')].map((box) => [
    box.dataset.inputBlock,
    problemOf(box),
  ]);
  return Object.fromEntries(problems.filter(([, problem]) => problem));
}

function problemOf(box) {
  const { element, read } = widgetOf(box.querySelector('[data-widget]')) ?? {};
  if (!read) {
    return undefined;
  }
  const [value] = Object.values(read());
  const empty = value === null || value === undefined || value === '' || value.length === 0;
  if (empty) {
    return box.dataset.optional === 'true' ? undefined : MISSING;
  }
  return lengthProblem(value, element) || CHECKS[element.type]?.(value, element);
}

function lengthProblem(value, { min_length: least }) {
  return typeof value === 'string' && least && value.length < least
    ? `At least ${least} characters, please.`
    : undefined;
}

function numberProblem(value, { is_decimal_allowed: decimal, min_value: least, max_value: most }) {
  const number = Number(value);
  if (!Number.isFinite(number) || (!decimal && !Number.isInteger(number))) {
    return decimal ? 'This is not a number.' : 'This is not a whole number.';
  }
  if (least !== undefined && number < Number(least)) {
    return `At least ${least}, please.`;
  }
  return most !== undefined && number > Number(most) ? `At most ${most}, please.` : undefined;
}

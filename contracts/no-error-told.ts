import { isJsonObject } from '../src/model/json.ts';
import type { RuleDraft } from './define-contract.ts';
import type { OperationTypes } from './documented.ts';

/** For answers nobody documents: whatever is in them, it must not be an error under a status of success. */
export function noErrorTold<O extends OperationTypes>(): RuleDraft<O, Readonly<Record<never, never>>> {
  return {
    id: 'no-error-told',
    title: 'An answer of success is no page and tells of no error',
    why: 'the desk marks the message as sent on the status alone',
    examples: [
      {
        answer: { data: null, error: null },
        replace: ['"error":null', '"error":"refused"'],
        difference: { pointer: 'response.body#/error', expected: 'no error', actual: '"refused"' },
      },
      {
        answer: { data: null },
        replace: ['"data":null', '"data":0'],
        form: 'other',
        difference: {
          pointer: 'response.body#',
          expected: 'JSON, or nothing',
          actual: 'something else, such as a page',
        },
      },
    ],
    broken: ({ response: { value }, form }) => {
      if (form === 'other')
        return [
          {
            pointer: 'response.body#',
            expected: 'JSON, or nothing',
            actual: 'something else, such as a page',
          },
        ];
      return isJsonObject(value) && value['error'] !== undefined && value['error'] !== null
        ? [{ pointer: 'response.body#/error', expected: 'no error', actual: JSON.stringify(value['error']) }]
        : [];
    },
  };
}

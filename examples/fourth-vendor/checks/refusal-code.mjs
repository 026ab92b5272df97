// What the page shows of two refusals belongs together: who goes by the code must not be told otherwise by the status.
const STATUS_OF_CODE = new Map([
  ['unknown-key', 401],
  ['missing', 422],
]);

export default {
  id: 'refusal-code',
  title: 'The code of a refusal belongs to its status',
  failureTitle: 'The code of a refusal belongs to another status',
  why: 'The night shift tells a wrong key from a forgotten team by the code alone.',
  source: { document: 'lanterndesk-handover', lines: [21, 25], strength: 'shown' },
  looksAt: 'refusals',
  broken: ({ response }) => {
    const status = STATUS_OF_CODE.get(response.body?.error?.code);
    if (status === undefined) return { silent: 'the page shows no such code' };
    if (status === response.status) return [];
    return [
      {
        pointer: 'response.body#/error/code',
        expected: `a code that is shown with ${response.status}`,
        actual: `"${response.body.error.code}", shown with ${status}`,
      },
    ];
  },
  examples: {
    passes: [
      { response: { status: 401, body: { error: { code: 'unknown-key', message: 'Who?' } } } },
      { response: { status: 422, body: { error: { code: 'missing', message: 'team' } } } },
    ],
    fails: [
      {
        response: { status: 422, body: { error: { code: 'unknown-key', message: 'Who?' } } },
        at: ['response.body#/error/code'],
      },
    ],
    doesNotApply: [
      { response: { status: 422, body: { error: { code: 'closed' } } } },
      { response: { text: 'no' } },
    ],
  },
};

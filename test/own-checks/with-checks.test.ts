import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeExchange, loadSuite } from '../../src/library/library.ts';
import { citingChecks } from '../../src/own-checks/citing-checks.ts';
import { withChecks } from '../../src/own-checks/with-checks.ts';
import { folderOfChecks, MARKED, ownCheck } from '../fixtures/own-checks.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const suite = await loadSuite();
const load = (files: Readonly<Record<string, string>>) =>
  withChecks(suite, [folderOfChecks(temporaryFolder(), files)]);
const example = (kind: string, parts: string) =>
  MARKED.replace(new RegExp(`${kind}: \\[.*`), `${kind}: [${parts}],`);

const MISTAKES: Readonly<Record<string, readonly [text: string, complaint: RegExp]>> = {
  'what is no module': ['export default {;', /a\.mjs cannot be loaded as a check: /],
  'a module that throws': ["throw new Error('not today');", /cannot be loaded as a check: not today/],
  'a module without a default': ['export const check = {};', /its default export is no object/],
  'a check without an id': [
    `export default { title: 'a' };`,
    /a\.mjs#: found no "\w+", expected it to be there/,
  ],
  'an id of one word': [ownCheck('mark', MARKED), /a\.mjs#\/id: found "mark"/],
  'no function': [ownCheck('a-mark', `${MARKED}, broken: undefined`), /a\.mjs#\/broken: found nothing/],
  'an operation that nobody documents': [
    ownCheck('a-mark', `operations: ['acquire.fly'], ${MARKED}`),
    /a\.mjs#\/operations\/0: found "acquire\.fly", expected an operation: acquire\./,
  ],
  'an operation of another vendor than the document': [
    ownCheck(
      'a-mark',
      `source: { document: 'genesys-chat-invite', lines: [1, 1], strength: 'stated' }, ${MARKED}`,
    ),
    /found "acquire\.joinChat", expected an operation of genesys/,
  ],
  'a document that is not listed': [
    ownCheck('a-mark', `source: { document: 'hearsay', lines: [1, 1], strength: 'stated' }, ${MARKED}`),
    /a\.mjs#\/source cites the document "hearsay"/,
  ],
  'lines that the document has not': [
    ownCheck(
      'a-mark',
      `source: { document: 'acquire-join-chat', lines: [190, 200], strength: 'stated' }, ${MARKED}`,
    ),
    /a\.mjs#\/source\/lines: found \[190, 200\], expected .* from 1 to 199/,
  ],
  'an example of another operation': [
    ownCheck('a-mark', example('passes', `{ operation: 'acquire.sendSms', response: {} }`)),
    /#\/examples\/passes\/0\/operation: found "acquire\.sendSms"/,
  ],
  'no example that fails': [ownCheck('a-mark', example('fails', '')), /#\/examples\/fails: found no example/],
  'an example that should pass': [
    ownCheck('a-mark', example('passes', '{ response: { body: { mark: 3 } } }')),
    /#\/examples\/passes\/0: by this example it passes, and it fails at response\.body#\/mark/,
  ],
  'an example that should fail elsewhere': [
    ownCheck('a-mark', example('fails', `{ response: { body: { mark: 2 } }, at: ['response.status'] }`)),
    /fails\/0: by this example it fails at response\.status, and it fails at response\.body#\/mark/,
  ],
  'an example of silence that is judged': [
    ownCheck('a-mark', example('doesNotApply', '{ response: { body: { mark: 1 } } }')),
    /doesNotApply\/0: by this example it has nothing to say, and it passes/,
  ],
  'an example that it breaks down at': [
    ownCheck('a-mark', `${MARKED}, broken: ({ response }) => response.body.no.mark`),
    /passes\/0: .* the check itself failed: desk-checks\/a\.mjs, a check of your own: Cannot read/,
  ],
  'an answer to come': [
    ownCheck('a-mark', `${MARKED}, broken: async () => { throw new Error(); }`),
    /gave a promise/,
  ],
  'no answer': [ownCheck('a-mark', `${MARKED}, broken: () => {}`), /neither a list of differences nor/],
  'a difference nowhere': [
    ownCheck('a-mark', `${MARKED}, broken: () => [{ pointer: '/mark', expected: 'a', actual: 'b' }]`),
    /a difference at "\/mark", which is no place/,
  ],
  'a change of the exchange': [
    ownCheck('a-mark', `${MARKED}, broken: ({ response }) => { response.body.mark = 1; return []; }`),
    /read only property/,
  ],
};

describe('a check of a folder', () => {
  test.each(Object.entries(MISTAKES))('is refused for %s', async (_, [text, complaint]) => {
    await expect(load({ 'a.mjs': text })).rejects.toThrow(complaint);
  });

  test('is looked for in files, and what they share lies below', async () => {
    const folder = folderOfChecks(temporaryFolder(), {
      'a-mark.js': `import { words } from './shared/words.js'; ${ownCheck('a-mark', `...words, ${MARKED}`)}`,
      'a-mark.test.js': 'throw new Error();',
    });
    mkdirSync(join(folder, 'shared'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'shared/words.js'), "export const words = { title: 'The mark is ours' };");
    const { checks } = await withChecks(suite, [folder]);
    expect(checks).toMatchObject([
      {
        id: 'own-a-mark',
        from: 'desk-checks/a-mark.js',
        title: 'The mark is ours',
        operations: ['acquire.joinChat'],
      },
    ]);
    await expect(withChecks(suite, [join(folder, 'nowhere')])).rejects.toThrow('nowhere cannot be read');
    await expect(withChecks(suite, [temporaryFolder()])).rejects.toThrow('holds no check');
  });

  test('without operations is about every one of the vendor whose document it cites', async () => {
    const source = "source: { document: 'acquire-join-chat', lines: [1, 1], strength: 'stated' }";
    const { checks, specs } = await load({
      'a.mjs': ownCheck('a-mark', `operations: undefined, ${source}, ${MARKED}`),
    });
    const acquire = specs
      .filter(({ vendor }) => vendor === 'acquire')
      .flatMap(({ operations }) => operations);
    expect(checks?.[0]?.operations).toEqual(acquire.map(({ id }) => id));
    expect(acquire).toHaveLength(5);
  });
});

test('is known by its lines where its vendor is not at hand, and refused where its document has no such lines', async () => {
  const source = { document: 'acquire-join-chat', lines: [198, 200], strength: 'stated' };
  const folder = folderOfChecks(temporaryFolder(), {
    'a.mjs': ownCheck('a-mark', `source: ${JSON.stringify(source)}, ${MARKED}`),
    'b.mjs': ownCheck('b-mark', MARKED),
  });
  const others = suite.documents.filter(({ vendor }) => vendor !== 'acquire');
  expect(await citingChecks([folder], others)).toEqual([
    { id: 'own-a-mark', from: 'desk-checks/a.mjs', source },
  ]);
  await expect(citingChecks([folder], suite.documents)).rejects.toThrow(
    /a\.mjs#\/source\/lines: found \[198, 200\], expected .* from 1 to 199/,
  );
});

test('judges an exchange in a test of somebody’s own', async () => {
  const library = resolve(import.meta.dirname, '../../src/library/define-check.ts');
  const defined = ownCheck('a-mark', MARKED).replace(
    /export default (.*);/s,
    'export default defineCheck($1);',
  );
  const checks = folderOfChecks(temporaryFolder(), {
    'a.mjs': `import { defineCheck } from ${JSON.stringify(library)};\n${defined}`,
  });
  const judged = await judgeExchange(
    await loadSuite({ checks }),
    {
      request: {
        ...{ method: 'GET', url: 'https://desk.invalid/api/v1/crm/messenger/chat/join' },
        ...{
          headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
          body: '{"caseId":7,"askJoin":true}',
        },
      },
      response: Response.json({ mark: 2 }),
    },
    { contract: 'none' },
  );
  if (judged.kind !== 'judged') throw new Error(judged.reason);
  const own = judged.cases.filter(({ check }) => check === 'own-a-mark');
  expect(own).toMatchObject([
    { outcome: 'failed', findings: [{ pointer: 'response.body#/mark', level: 'may' }] },
  ]);
});

// `npm run bench`: what the tool costs, each figure beside a baseline of the same run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checks } from '../src/generated/checks.ts';
import { contracts } from '../src/generated/contracts.ts';
import { createSubject } from '../src/judges/create-subject.ts';
import { judgeByChecks } from '../src/judges/judge-by-checks.ts';
import { judgeBySchema } from '../src/judges/judge-by-schema.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import type { Exchange } from '../src/model/exchange.ts';
import type { Report } from '../src/model/report.ts';
import { compileValidator } from '../src/schema/compile-validator.ts';
import { compare } from './ratio.ts';

const COMMAND = resolve(import.meta.dirname, '../dist/livechat-conformance.js');
const SAMPLE = resolve(import.meta.dirname, '../reports/sample/report.json');
const JUDGED = 300;

const folder = mkdtempSync(join(tmpdir(), 'livechat-bench-'));
const node =
  (...args: readonly string[]) =>
  () =>
    spawnSync(process.execPath, [...args], { stdio: 'ignore' });
const empty = node('-e', '0');

console.log(
  `${'measure'.padEnd(58)} ${'own'.padStart(12)} ${'baseline'.padStart(12)} ${'ratio'.padStart(10)}`,
);
console.log(await compare('cold start: --version / node -e 0', 11, node(COMMAND, '--version'), empty));
console.log(
  await compare('whole run on the mock / node -e 0', 5, node(COMMAND, 'run', '--out', folder), empty),
);
console.log(await compare(`judging ${JUDGED} exchanges / JSON.parse and bare ajv`, 9, judgeAll(), bareAll()));
rmSync(folder, { recursive: true, force: true });

function sampleExchanges(): readonly Exchange[] {
  const report = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Report;
  const joins = report.operations
    .flatMap(({ exchanges }) => exchanges)
    .filter(({ intent, operation }) => intent === 'to be accepted' && operation === 'acquire.joinChat');
  return Array.from({ length: JUDGED }, (_, index) => joins[index % joins.length]).flatMap(
    (exchange) => exchange ?? [],
  );
}

/** Schema and checks, as a run does it; Pact's share is bounded by its own process. */
function judgeAll(): () => void {
  const suite = loadSuite(ownFolders(), contracts);
  const exchanges = sampleExchanges();
  return () => {
    for (const exchange of exchanges) {
      const spec = suite.specs.find(({ operations }) =>
        operations.some(({ id }) => id === exchange.operation),
      );
      const operation = spec?.operations.find(({ id }) => id === exchange.operation);
      if (spec === undefined || operation === undefined) continue;
      const subject = createSubject(operation, { kind: 'accepted', outcome: 'success' }, exchange);
      judgeBySchema(subject, spec);
      judgeByChecks(subject, checks);
    }
  };
}

function bareAll(): () => void {
  const suite = loadSuite(ownFolders(), contracts);
  const exchanges = sampleExchanges();
  return () => {
    for (const { operation, result } of exchanges) {
      const spec = suite.specs.find(({ operations }) => operations.some(({ id }) => id === operation));
      const schema = spec?.operations.find(({ id }) => id === operation)?.responses[0]?.schemaPointer;
      if (
        spec === undefined ||
        schema === undefined ||
        result.kind === 'failure' ||
        !('text' in result.response.body)
      )
        continue;
      compileValidator(spec, schema)(JSON.parse(result.response.body.text));
    }
  };
}

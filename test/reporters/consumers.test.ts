import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { convertJUnitToCTRFReport } from 'junit-to-ctrf';
import { describe, expect, it } from 'vitest';
import eventsSchema from '../../src/load/schemas/events.schema.json' with { type: 'json' };
import reportSchema from '../../src/load/schemas/report.schema.json' with { type: 'json' };
import type { Report } from '../../src/model/report.ts';
import { calmRun, emptyRun, sampleRun } from '../fixtures/sample-run.ts';
import { interruptedRun, observedRun, wholeRun } from '../fixtures/sample-run-whole.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { loadReporter } from './every-reporter.ts';
import { poisoned } from './poisoned-run.ts';

// Each format before those who read it: the published schema, or the program itself.

const options = { colour: false, columns: 100 };
/** Debian's, which is where `python3-junitparser` goes. */
const PYTHON = '/usr/bin/python3';
const MODULES = new URL('../../node_modules/', import.meta.url);

const runs: readonly (readonly [string, Report])[] = [
  ['a run with everything there can be', wholeRun],
  ['a run that was cut off', interruptedRun],
  ['recordings', observedRun],
  ['a calm run', calmRun],
  ['an empty run', emptyRun],
  ['a run that is hostile throughout', poisoned],
];

async function rendered(name: string, report: Report): Promise<string> {
  return (await loadReporter(`${name}.reporter.ts`)).render(report, options);
}

/** The schema as the package ships it, of a draft that is older than our validator in its name alone. */
function schemaOf(file: string): object {
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(new URL(file, MODULES), 'utf8'));
  return schema;
}

function validator(schema: object) {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(schema);
}

describe.each([
  ['sarif', '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', { runs: [{ results: {} }] }],
  ['ctrf', 'ctrf/dist/ctrf-schema-0.0.json', { reportFormat: 'JUnit' }],
])('%s, by its published schema', (name, file, broken) => {
  const validate = validator(schemaOf(file));

  it.each(runs)('is valid of %s', async (_name, report) => {
    validate(JSON.parse(await rendered(name, report)));
    expect(validate.errors).toBeNull();
  });

  it('would be refused when it were broken', async () => {
    expect(validate({ ...JSON.parse(await rendered(name, sampleRun)), ...broken })).toBe(false);
  });
});

/** What GitLab reads of a code quality report, and shields.io of an endpoint, as their documentation tells it. */
const TOLD: Readonly<Record<'gitlab' | 'badge', object>> = {
  gitlab: {
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./|/)' },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  },
  badge: {
    type: 'object',
    additionalProperties: false,
    required: ['schemaVersion', 'label', 'message'],
    properties: {
      schemaVersion: { const: 1 },
      label: { type: 'string' },
      message: { type: 'string', minLength: 1 },
      color: {
        type: 'string',
        pattern: '^(?:(?:bright)?green|yellow|orange|red|blue|lightgrey|#?[0-9a-f]{6})$',
      },
    },
  },
};

describe.each(['gitlab', 'badge'] as const)('%s, as it is documented', (name) => {
  const validate = validator(TOLD[name]);

  it.each(runs)('is valid of %s', async (_name, report) => {
    const read = JSON.parse(await rendered(name, report));
    validate(read);
    expect(validate.errors).toBeNull();
    if (!Array.isArray(read)) return;
    const fingerprints = read.map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });
});

describe.skipIf(!isInstalled('cmark-gfm', '--version'))('markdown, rendered as GitHub does', () => {
  const EXTENSIONS = ['table', 'autolink', 'strikethrough', 'tasklist'].flatMap((name) => ['-e', name]);
  const OURS =
    /^<(?:h[1-4]|p|ul|ol|li|pre|code|strong|br(?: \/)?|table|thead|tbody|tr|t[hd](?: align="\w+")?|code class="language-\w+")>$/u;
  const elementsOf = (input: string) =>
    execFileSync('cmark-gfm', ['--unsafe', ...EXTENSIONS], { input, encoding: 'utf8' }).match(
      /<[a-z][^>]*>/giu,
    );

  it.each(['summary', 'dossier'])('%s has elements of ours alone, whatever vendors say', async (name) => {
    const [hostile, calm] = [
      elementsOf(await rendered(name, poisoned)),
      elementsOf(await rendered(name, wholeRun)),
    ];
    const headings = (elements: readonly string[] | null) => elements?.filter((one) => one.startsWith('<h'));
    expect(hostile?.filter((element) => !OURS.test(element))).toEqual([]);
    expect(headings(hostile)).toEqual(headings(calm));
    expect(headings(hostile)).toContain('<h1>');
  });
});

describe('events, by the schema beside them', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  const validate = ajv.addSchema(reportSchema).compile(eventsSchema);

  it.each(runs)('are valid of %s', async (_name, report) => {
    for (const line of (await rendered('events', report)).trimEnd().split('\n')) {
      validate(JSON.parse(line));
      expect(validate.errors).toBeNull();
    }
  });
});

describe('junit, read by others', () => {
  it('is to junit-to-ctrf what it is to us', async () => {
    const file = join(temporaryFolder(), 'junit.xml');
    writeFileSync(file, await rendered('junit', sampleRun));
    const converted = await convertJUnitToCTRFReport(file);
    // It knows no error: a judge that broke down is a failure to it.
    expect(converted?.results.summary).toMatchObject({ tests: 30, passed: 15, failed: 9, skipped: 6 });
  });

  it.skipIf(!isInstalled(PYTHON, '-c', 'import junitparser'))(
    'is to junitparser what it is to us',
    async () => {
      const file = join(temporaryFolder(), 'junit.xml');
      for (const report of [wholeRun, poisoned]) {
        writeFileSync(file, await rendered('junit', report));
        const counted = execFileSync(PYTHON, ['-c', COUNT, file], { encoding: 'utf8' });
        expect(JSON.parse(counted)).toEqual({ tests: 30, failures: 8, errors: 1, skipped: 6 });
      }
    },
  );
});

const COUNT = `
import json, sys
from junitparser import JUnitXml, Failure, Error, Skipped
cases = [case for suite in JUnitXml.fromfile(sys.argv[1]) for case in suite]
of = lambda kind: sum(1 for case in cases if any(isinstance(one, kind) for one in case.result))
print(json.dumps({"tests": len(cases), "failures": of(Failure), "errors": of(Error), "skipped": of(Skipped)}))
`;

function isInstalled(program: string, ...question: readonly string[]): boolean {
  const found = spawnSync(program, question).status === 0;
  if (!found) console.warn(`${[program, ...question].join(' ')} failed: it is not asked.`);
  return found;
}

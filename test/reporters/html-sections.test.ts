import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { medianOf, responseTimes, timeScale } from '../../src/reporters/html/response-times.ts';
import html from '../../src/reporters/html.reporter.tsx';
import { calmRun, emptyRun, sampleRun } from '../fixtures/sample-run.ts';
import { wholeRun } from '../fixtures/sample-run-whole.ts';

const render = (report: Report) => html.render(report, { colour: false, columns: 80 });
const [first] = sampleRun.operations.flatMap(({ cases }) => cases.flatMap(({ findings }) => findings));
if (first === undefined) throw new Error('the sample has no finding');

const change = {
  operation: 'acquire.inviteAgent',
  fingerprint: first.fingerprint,
  check: first.check,
  pointer: first.pointer,
  level: 'must',
  blame: 'vendor',
  expected: 'agent',
  because: null,
  cause: 'observed',
} as const;

const compared: Report = {
  ...sampleRun,
  changes: {
    since: { run: 'run-before', startedAt: '2026-03-13T09:25:01.000Z', target: 'mock' },
    counts: { new: 1, changed: 0, fixed: 1, gone: 0 },
    findings: [
      { ...change, kind: 'fixed', fingerprint: 'ffffffffffff', before: 'was wrong', after: null },
      { ...change, kind: 'new', before: null, after: 'is wrong' },
    ],
    known: [],
    verdicts: [
      { operation: 'acquire.inviteAgent', before: 'conformant', after: 'nonconformant', cause: 'observed' },
    ],
    readings: [],
    undocumented: [],
    doubts: ['Other specs.'],
  },
  history: {
    runs: [
      {
        run: 'run-before',
        startedAt: '2026-03-13T09:25:01.000Z',
        verdict: 'conformant',
        operations: [{ operation: 'acquire.inviteAgent', verdict: 'conformant', findings: [] }],
      },
      {
        run: 'run-now',
        startedAt: '2026-03-14T09:25:01.000Z',
        verdict: 'nonconformant',
        operations: [{ operation: 'acquire.inviteAgent', verdict: 'nonconformant', findings: [] }],
      },
    ],
    findings: [],
    flickering: [],
    unverified: [{ operation: 'acquire.sendSms', last: null }],
  },
};

describe('what changed', () => {
  const page = render(compared);

  it('says what is new first, and links what the page holds', () => {
    const section = /<section id="changes"[\s\S]*?<\/section>/u.exec(page)?.[0] ?? '';
    expect(section.indexOf('is wrong')).toBeLessThan(section.indexOf('was wrong'));
    expect(section).toContain(`href="#finding-acquire.inviteAgent-${first.fingerprint}"`);
    expect(section).not.toContain('href="#finding-acquire.inviteAgent-ffffffffffff"');
    expect(section).toContain('Other specs.');
  });

  it('tells the verdicts of the runs in words beside the picture', () => {
    expect(page).toContain('aria-label="conformant in 1 run, then nonconformant in 1 run"');
    expect(page).toContain('aria-label="not judged in 2 runs"');
    expect(page).toContain('not verified lately: acquire.sendSms, never proven');
  });

  it('says once what is behind all of it', () => {
    expect(page.match(/the vendor answers otherwise/gu)).toHaveLength(1);
    const several = render(wholeRun);
    expect(several).toContain('our specs or contracts are others');
    expect(several).not.toContain('Throughout');
  });

  it('is not there where nothing was compared and no run is kept', () => {
    expect(render(sampleRun)).not.toMatch(
      /id="(?:changes|history|waivers|observation|clean-up|pacts|checks)"/u,
    );
  });
});

describe('the fields over the runs', () => {
  const rows = [...render(wholeRun).matchAll(/<tr class="field" data-row="([^"]+)">(.*?)<\/tr>/gsu)];

  it('stand below their operation, those that differed last and most first', () => {
    const told = rows.map(([, operation, row = '']) => [
      operation,
      row.replaceAll(/<svg.*?<\/svg>|<[^>]+>/gsu, ''),
    ]);
    expect(told).toEqual([
      ['acquire.inviteAgent', 'response.body#/data/11/sent10 of 30 runs, 2026-03-05 to 2026-03-14'],
      ['acquire.inviteAgent', 'response.status4 of 30 runs, 2026-02-15 to 2026-03-14'],
    ]);
  });

  it('are dated on the card of what differs', () => {
    expect(render(wholeRun)).toContain('acquire.inviteAgent, first seen 2026-03-05, in 10 of 30 runs');
  });

  it('are told in words beside the picture', () => {
    expect(rows[0]?.[2]).toContain('aria-label="as it should be in 20 runs, then differed in 10 runs"');
  });

  it('are not there of a first run', () => {
    const { runs } = wholeRun.history ?? { runs: [] };
    const first = { runs: runs.slice(-1), findings: [], flickering: [], unverified: [] };
    expect(render({ ...wholeRun, history: first })).not.toContain('id="history"');
  });
});

describe('what was observed', () => {
  it('is told once, with what could not be used', () => {
    const page = render(wholeRun);
    expect(
      page.match(/Of 41 observed exchanges 24 were judged, 16 are of no documented operation/gu),
    ).toHaveLength(1);
    expect(page).toContain('>not documented</span>');
    expect(page).toContain('>not read</span>');
  });
});

/** Without the help of the keys, which is a window of its own. */
const sectionsOf = (page: string) => page.slice(0, page.indexOf('</main>'));

describe('a run that judged nothing', () => {
  it('has no heading without anything below it', () => {
    const headings = [...sectionsOf(render(emptyRun)).matchAll(/<h2[^>]*>([^<]+)/gu)].map(
      ([, title]) => title,
    );
    expect(headings).toEqual(['Documents', 'Words']);
  });
});

describe('response times', () => {
  it('have the median of an odd and of an even number', () => {
    expect(medianOf([1, 2, 9])).toBe(2);
    expect(medianOf([1, 2, 4, 9])).toBe(3);
  });

  it('leave out what was never answered', () => {
    const sms = sampleRun.operations.filter(({ operation }) => operation === 'acquire.sendSms');
    expect(responseTimes(sms).map(({ all }) => all)).toEqual([[41]]);
  });

  it('stand on steps of ten where a few are far slower', () => {
    const times = (all: readonly [number, ...number[]], median: number, slowest: number) => [
      { operation: 'o', all, median, slowest },
    ];
    expect(timeScale(times([10, 20], 15, 20)).at(10)).toBe(50);
    const wide = timeScale(times([9, 999], 9, 999));
    expect([wide.kind, Math.round(wide.at(9)), wide.at(999)]).toEqual(['tenfold', 33, 100]);
  });
});

describe('a very large run', () => {
  const [operation] = calmRun.operations;
  const [passed] = operation?.cases ?? [];
  const [failed] = sampleRun.operations.flatMap(({ cases }) =>
    cases.filter((each) => each.outcome === 'failed'),
  );
  if (operation === undefined || passed === undefined || failed === undefined) throw new Error('no sample');
  const many: readonly Case[] = Array.from({ length: 12_400 }, (_, index) => ({
    ...passed,
    id: `many/${index}`,
  }));
  const page = render({ ...calmRun, operations: [{ ...operation, cases: [...many, failed] }] });

  it('shows what failed and as much as can be opened at once, and says where the rest is', () => {
    expect(page.match(/data-item="case"/gu)).toHaveLength(12_000);
    expect(page).toContain('data-outcome="failed"');
    expect(page).toContain('401 cases left out to keep this page light');
    expect(page.length).toBeLessThan(8_000_000);
  });
});

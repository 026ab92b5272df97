import { describe, expect, it } from 'vitest';
import { calmRun, emptyRun, sampleRun } from '../fixtures/sample-run.ts';
import { loadReporter, reporterFiles } from './every-reporter.ts';

const reporters = await Promise.all(reporterFiles().map(loadReporter));
const options = { colour: false, columns: 100 };

describe('the folder of reporters', () => {
  it('holds the formats that are promised', () => {
    expect(reporterFiles()).toEqual(
      expect.arrayContaining([
        'dossier.reporter.ts',
        'html.reporter.tsx',
        'json.reporter.ts',
        'junit.reporter.ts',
        'summary.reporter.ts',
        'terminal.reporter.ts',
      ]),
    );
  });

  it.each(reporterFiles())('%s is named for its reporter', async (file) => {
    const reporter = await loadReporter(file);
    expect(file.split('.')[0]).toBe(reporter.name);
  });

  it('lets no two formats write one file', () => {
    const files = reporters.map(({ file }) => file).filter((file) => file !== null);
    expect(new Set(files).size).toBe(files.length);
  });
});

describe.each(reporters)('$name', ({ name, render }) => {
  it('renders the same report to the same text', () => {
    expect(render(structuredClone(sampleRun), options)).toBe(render(sampleRun, options));
  });

  it.each([
    ['mixed', sampleRun],
    ['calm', calmRun],
    ['empty', emptyRun],
  ])('ends the %s report with one line feed', (_name, report) => {
    const text = render(report, options);
    expect(text.endsWith('\n')).toBe(true);
    expect(text.endsWith('\n\n')).toBe(false);
    // A list of what is wrong has no other word for a run in which nothing is.
    expect(text).toContain(name === 'gitlab' && report !== emptyRun ? '[' : report.verdict);
  });

  it('does not touch the report', () => {
    const before = structuredClone(sampleRun);
    render(sampleRun, options);
    expect(sampleRun).toEqual(before);
  });
});

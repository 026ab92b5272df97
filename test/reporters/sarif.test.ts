import { expect, test } from 'vitest';
import sarif from '../../src/reporters/sarif.reporter.ts';
import { emptyRun, sampleRun } from '../fixtures/sample-run.ts';

const render = (report: typeof sampleRun) =>
  JSON.parse(sarif.render(report, { colour: false, columns: 80 })).runs[0];
const run = render(sampleRun);

const resultOf = (fingerprint: string) =>
  run.results.find(
    (result: { readonly partialFingerprints: Readonly<Record<string, string>> }) =>
      result.partialFingerprints['finding/v1'] === fingerprint,
  );

test('a result stands at the line of the spec, and at the cited line of the document where its text was given', () => {
  const { level, locations, relatedLocations, ruleId, ruleIndex } = resultOf('00aa11bb22d1');
  expect(level).toBe('warning');
  expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'my%20specs/acquire%2Cv2%25.yaml', uriBaseId: '%SRCROOT%' },
    region: { startLine: 512, startColumn: 11 },
  });
  expect(locations[0].logicalLocations[0].fullyQualifiedName).toBe(
    'acquire/acquire.inviteAgent/response.body#/data/*/sent',
  );
  expect(relatedLocations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'acquire-invite-agent.txt', uriBaseId: 'DOCUMENTS' },
    region: { startLine: 38, endLine: 42, snippet: { text: expect.stringContaining('"sent": false') } },
  });
});

test('a finding that names no place of its own stands at its operation', () => {
  expect(resultOf('00aa11bb22c2').locations[0].physicalLocation.region.startLine).toBe(40);
});

test('what is waived is suppressed, with who excuses it', () => {
  expect(resultOf('00aa11bb22e9')).toMatchObject({
    level: 'note',
    suppressions: [
      { kind: 'external', status: 'accepted', justification: expect.stringContaining('desk team') },
    ],
  });
  expect(resultOf('00aa11bb22c1').suppressions).toBeUndefined();
});

test('what could not be proven is no success', () => {
  expect(run.invocations[0]).toMatchObject({ executionSuccessful: true, exitCode: 1 });
  expect(render(emptyRun).invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 3 });
});

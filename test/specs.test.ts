// The specs hold to docs/spec-format.md, and each rule that says so can fail.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestDocuments, digestLines } from '../scripts/digest-documents.ts';
import { isJsonObject } from '../src/model/json.ts';
import { duplicates, objectsIn, readLintInputs, SPECS, textsIn } from './spec-lint/lint-input.ts';
import { PLANTED, plant, SOUND } from './spec-lint/planted-defects.ts';
import { readYaml } from './spec-lint/read-yaml.ts';
import { RULES } from './spec-lint/rules.ts';
import { schemasOf } from './spec-lint/spec-validator.ts';

const rules = Object.entries(RULES);
const inputs = readLintInputs();

describe.each(inputs)('specs/$vendor.yaml', (input) => {
  test.each(rules)('%s', (_name, rule) => {
    expect(rule(input)).toEqual([]);
  });
});

describe('each rule', () => {
  test.each(rules)('%s accepts a sound spec', (_name, rule) => {
    expect(rule(SOUND)).toEqual([]);
  });

  const defects = Object.entries(PLANTED).flatMap(([name, planted]) =>
    planted.map((defect) => ({ name, defect })),
  );

  test.each(defects)('$name finds a defect at $defect.at', ({ name, defect }) => {
    const rule = new Map(rules).get(name);
    expect(rule?.(plant(defect)).join('\n')).toMatch(defect.complaint);
  });
});

describe('a schema accepts every reading of its document', () => {
  const schemaOf = (vendor: string, pointer: string) => {
    const spec = inputs.find((input) => input.vendor === vendor)?.spec ?? {};
    return schemasOf(spec)(`${pointer}/content/application~1json/schema`);
  };
  const refusal = '/paths/~1api~1v1~1livechat~1department/post/responses/401';
  const newMessages = '/webhooks/newMessages/post/requestBody';

  test.each([
    { body: { status: 'error', message: 'no' }, valid: true },
    { body: { success: false, error: 'no' }, valid: true },
    { body: { success: false, error: 'no', status: 'error', message: 'no' }, valid: true },
    { body: { status: 'error', error: 'no' }, valid: false },
    { body: { success: true, error: 'no' }, valid: false },
    { body: {}, valid: false },
  ])('rocketchat.unauthorized-envelope: $body', ({ body, valid }) => {
    expect(schemaOf('rocketchat', refusal)(body)).toBe(valid);
  });

  test.each([
    { timestamp: '2014-01-06 12:14:06.007-0800', valid: true },
    { timestamp: '2014-01-06T12:14:06.007-0800', valid: true },
    { timestamp: '2014-01-06T12:14:06.007-08:00', valid: true },
    { timestamp: '2014-01-0612: 14: 06.007-0800', valid: false },
    { timestamp: '2014-01-06T12:14:06.007', valid: false },
    { timestamp: '1389039246007', valid: false },
  ])('genesys.timestamp-form: $timestamp', ({ timestamp, valid }) => {
    const message = {
      index: 3,
      visibility: 'All',
      type: 'ParticipantJoined',
      timestampSeconds: 1389039246007,
    };
    const from = { nickname: 'BFriend', type: 'Agent', participantId: '009052CB05CA00EB' };
    const log = { notificationType: 'NewMessages', messageType: 'MessageLogUpdated', chatUri: '/chats/1' };
    const notification = { ...log, messages: [{ ...message, from, timestamp }] };
    expect(schemaOf('genesys', newMessages)(notification)).toBe(valid);
  });
});

describe('ids', () => {
  test('no two vendors share an ambiguity', () => {
    const ids = inputs.flatMap(({ readings }) => objectsIn(readings).map((one) => String(one['id'])));
    expect(duplicates(ids)).toEqual([]);
  });

  test('the operations are the seven that are documented', () => {
    const paths = inputs.flatMap(({ spec }) => (isJsonObject(spec) ? [spec['paths'] ?? null] : []));
    expect(paths.flatMap((path) => (isJsonObject(path) ? Object.keys(path) : [])).sort()).toEqual([
      '/api/v1/crm/messenger/agent/invite-agent',
      '/api/v1/crm/messenger/chat/add-message',
      '/api/v1/crm/messenger/chat/join',
      '/api/v1/livechat/department',
      '/api/v1/mail/add-message',
      '/api/v1/voip/send-sms',
      '/api/v2/me/chats/{id}',
    ]);
  });
});

describe('specs/documents.yaml', () => {
  const documents = objectsIn(readYaml(join(SPECS, 'documents.yaml')));

  test('ids are unique', () => {
    expect(duplicates(documents.map((one) => String(one['id'])))).toEqual([]);
  });

  test.each(documents)('$id names a vendor that has a spec', ({ vendor }) => {
    expect(existsSync(join(SPECS, `${String(vendor)}.yaml`))).toBe(true);
  });

  test.each(documents)('$id has the hash of a text and a date', ({ sha256, retrieved }) => {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(retrieved).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('specs/digests.json has one digest for each line of each document', () => {
    const digests = readYaml(join(SPECS, 'digests.json'));
    const counts = documents.map(({ id }) => {
      const lines = textsIn(isJsonObject(digests) ? digests[String(id)] : undefined);
      return [id, lines.filter((digest) => /^[0-9a-f]{8}$/.test(digest)).length];
    });
    expect(counts).toEqual(documents.map(({ id, lines }) => [id, lines]));
    expect(isJsonObject(digests) ? Object.keys(digests) : []).toHaveLength(documents.length);
  });

  test('a digest is of the text of its line, and the last line needs no end', () => {
    const ofName = createHash('sha256').update('name').digest('hex').slice(0, 8);
    const ofNothing = 'e3b0c442';
    expect(digestLines('name\n\nname')).toEqual([ofName, ofNothing, ofName]);
    expect(digestLines('name\n')).toEqual([ofName]);
  });

  test('digests are made of no other text than the one that was cited', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'documents-'));
    for (const { file } of documents) await writeFile(join(folder, String(file)), 'another text\n');
    await expect(digestDocuments(folder)).rejects.toThrow('is not the text that specs/documents.yaml lists');
    await rm(folder, { recursive: true });
  });

  test('digests tell lines apart', () => {
    const file = readFileSync(join(SPECS, 'digests.json'), 'utf8');
    expect(new Set(file.match(/[0-9a-f]{8}/g)).size).toBeGreaterThan(400);
  });
});

import { describe, expect, it } from 'vitest';
import { convert, create } from 'xmlbuilder2';
import { parse } from 'yaml';
import { wholeRun } from '../fixtures/sample-run-whole.ts';
import { loadReporter, reporterFiles } from './every-reporter.ts';
import { endlessRun, poisoned } from './poisoned-run.ts';
import { readCommand } from './read-command.ts';

// Each format taken apart by a parser of its own: what was planted must still be text to it.

const options = { colour: false, columns: 100 };
const ACTIVE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/u;

async function rendered(file: string, report = poisoned): Promise<string> {
  return (await loadReporter(file)).render(report, options);
}

/** Every string of a JSON text, keys included, as a reader gets them. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...stringsOf(member)]);
}

describe.each(['sarif', 'ctrf', 'gitlab', 'badge', 'events'])('%s, of hostile text', (name) => {
  it('holds no active character behind its escapes, but for line ends of ours', async () => {
    const text = await rendered(`${name}.reporter.ts`);
    const values = name === 'events' ? text.trimEnd().split('\n').map(parsed) : [parsed(text)];
    const active = values
      .flatMap(stringsOf)
      .filter((one) => ACTIVE.test(one.replaceAll('\n', '').replaceAll('\t', '')));
    expect(active).toEqual([]);
    expect(values.flatMap(stringsOf).length).toBeGreaterThan(3);
  });
});

describe('sarif, of hostile text', () => {
  it('has no link of theirs in a message', async () => {
    const log = parsed(await rendered('sarif.reporter.ts'));
    const messages = stringsOf(log).filter((text) => text.includes('click'));
    const told = messagesOf(log);
    expect(told.length).toBeGreaterThan(5);
    expect(messages.length).toBeGreaterThan(0);
    for (const text of told) expect(text).not.toMatch(/(?<!\\)[[\]]/u);
  });
});

describe.each([
  [
    'junit.reporter.ts',
    ['testsuites', 'testsuite', 'properties', 'property', 'testcase', 'failure', 'error', 'skipped'],
  ],
  ['badge-svg.reporter.ts', ['svg', 'title', 'rect', 'text']],
])('%s, of hostile text', (file, own) => {
  it('is well formed and has no element of theirs', async () => {
    const text = await rendered(file);
    expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    const names = new Set<string>();
    create(text).each((node) => names.add(node.node.nodeName), true, true);
    const elements = [...names].filter((name) => !name.startsWith('#'));
    expect(elements.toSorted()).toEqual(own.toSorted());
    expect(convert(text, { format: 'json' })).toContain('conform');
  });
});

describe('github, of hostile text', () => {
  it('has as many commands as of calm text, with properties of ours alone', async () => {
    const commands = (text: string) => text.split('\n').flatMap((line) => readCommand(line) ?? []);
    const [hostile, calm] = [
      await rendered('github.reporter.ts'),
      await rendered('github.reporter.ts', wholeRun),
    ];
    expect(commands(hostile).map(({ name }) => name)).toEqual(commands(calm).map(({ name }) => name));
    for (const { properties } of commands(hostile))
      expect(['title', 'file,line,col,title']).toContain(Object.keys(properties).join(','));
    const [first] = commands(hostile).filter(({ properties }) => properties['file'] !== undefined);
    expect(first?.properties).toMatchObject({ line: expect.stringMatching(/^\d+$/u), col: '5' });
    expect(hostile).not.toMatch(/##\w*\[/u);
  });
});

describe('waivers, of hostile text', () => {
  it('are entries of ours', async () => {
    const { waivers } = parse(await rendered('waivers.reporter.ts'));
    expect(waivers.map((one: object) => Object.keys(one).join(' '))).toEqual(
      Array(2).fill('finding detail operation target reason owner ticket expires'),
    );
  });
});

describe('a line of a megabyte', () => {
  const endless = endlessRun();

  it.each(reporterFiles().filter((file) => !file.startsWith('json')))('is bounded in %s', async (file) => {
    const longest = Math.max(...(await rendered(file, endless)).split('\n').map(({ length }) => length));
    expect(longest).toBeLessThan(file.startsWith('html') ? 1_000_000 : 20_000);
  });
});

function parsed(text: string): unknown {
  return JSON.parse(text);
}

/** Messages alone: properties are shown as they are. */
function messagesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'message' ? stringsOf(member).filter((text) => text !== 'text') : messagesOf(member),
  );
}

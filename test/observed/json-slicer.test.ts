// Objects are cut out of a big text the same way wherever its chunks happen to end.
import { describe, expect, it } from 'vitest';
import { JsonSlicer } from '../../src/recordings/json-slicer.ts';

const ENTRIES = [
  { text: 'a "quoted" \\ end\\', list: [{ deep: ['}', ']', { more: '{[' }] }] },
  { text: '\\\\"', 'na"me': 'ü €\u{1f600}' },
  {},
];
const TEXT = `{"log":{"comment":"entries\\": [","creator":{"name":"c\\"}"},\n"pages":[],
"entries":[\n${ENTRIES.map((entry) => JSON.stringify(entry)).join(',\n')}\n,7,["none"]]}}`;

function slicesOf(text: string, size: number) {
  const bytes = Buffer.from(text);
  const slicer = new JsonSlicer(1000);
  const found = [];
  for (let at = 0; at < bytes.length; at += size)
    for (const slice of slicer.add(bytes.subarray(at, at + size))) found.push(slice);
  return { found, end: slicer.end() };
}

describe('what is cut out', () => {
  it.each([1, 2, 3, 5, 7, 64, 4096])('is whole where chunks have %i bytes', (size) => {
    const { found, end } = slicesOf(TEXT, size);
    expect(end).toBeUndefined();
    expect(
      found.map((slice) =>
        slice.kind === 'slice' ? [slice.key, slice.number, JSON.parse(slice.bytes.toString())] : slice,
      ),
    ).toEqual([
      ['creator', 0, { name: 'c"}' }],
      ...ENTRIES.map((entry, index) => ['entries', index + 1, entry]),
    ]);
  });

  it('says where it stands', () => {
    for (const size of [1, 4096])
      for (const slice of slicesOf(TEXT, size).found) {
        if (slice.kind === 'breach') throw new Error(slice.reason);
        const bytes = Buffer.from(TEXT);
        expect(bytes.subarray(slice.byte).toString().startsWith(slice.bytes.toString())).toBe(true);
        expect(slice.line).toBe(bytes.subarray(0, slice.byte).toString().split('\n').length);
      }
  });

  it.each([1, 3, 4096])('ends where the text breaks off, in chunks of %i bytes', (size) => {
    const { found, end } = slicesOf(TEXT.slice(0, TEXT.indexOf('na\\"me')), size);
    expect(found.map(({ kind }) => kind)).toEqual(['slice', 'slice']);
    expect(end?.reason).toBe('the file breaks off in number 2 of "entries"');
  });

  it.each([1, 4096])('ends where a bracket closes nothing, in chunks of %i bytes', (size) => {
    const { found } = slicesOf('{"log":{}}} {"log":{"creator":{}}}', size);
    expect(found).toMatchObject([{ kind: 'breach', byte: 10, line: 1 }]);
  });

  it('ends where one object is larger than it may be', () => {
    const { found } = slicesOf(`{"log":{"entries":[{"a":"${'x'.repeat(1200)}"}]}}`, 100);
    expect(found).toMatchObject([{ kind: 'breach', byte: 19 }]);
  });
});

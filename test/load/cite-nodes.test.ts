import { describe, expect, it } from 'vitest';
import { citeNodes } from '../../src/load/cite-nodes.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import type { Citation } from '../../src/model/spec.ts';

const DOCUMENT: JsonObject = {
  info: { title: 'Nobody' },
  'x-source': { document: 'page', lines: [1, 9], strength: 'stated' },
  sample: {
    'x-source': { lines: [2, 5], strength: 'shown' },
    properties: {
      name: { 'x-source': { lines: [3, 3] } },
      other: { 'x-source': { document: 'second' } },
      kept: { 'x-source': { lines: [4, 4] }, 'x-presence': { strength: 'inferred' }, items: [{ deep: {} }] },
      'a/b~c': {},
    },
  },
};

function citationAt(pointer: string, document: JsonObject = DOCUMENT): Citation | undefined {
  const node = valueAt(document, pointer);
  return typeof node === 'object' && node !== null ? citeNodes(document).get(node) : undefined;
}

describe('citeNodes', () => {
  it('gives a node without a source that of its nearest ancestor', () => {
    const source = { document: 'page', lines: [1, 9], strength: 'stated' };
    expect(citationAt('/info')).toEqual({ pointer: '/info', source, presence: source });
  });

  it('takes from the ancestor what a node leaves out of its own', () => {
    expect(citationAt('/sample')?.source).toEqual({ document: 'page', lines: [2, 5], strength: 'shown' });
    expect(citationAt('/sample/properties/name')?.source).toEqual({
      document: 'page',
      lines: [3, 3],
      strength: 'shown',
    });
    expect(citationAt('/sample/properties/other')?.source).toEqual({
      document: 'second',
      lines: [2, 5],
      strength: 'shown',
    });
  });

  it('keeps what the presence rests on apart from what the type rests on', () => {
    const kept = citationAt('/sample/properties/kept');
    expect(kept?.source).toEqual({ document: 'page', lines: [4, 4], strength: 'shown' });
    expect(kept?.presence).toEqual({ document: 'page', lines: [4, 4], strength: 'inferred' });
  });

  it('hands the source down, never the presence', () => {
    const deep = citationAt('/sample/properties/kept/items/0/deep');
    expect(deep?.presence).toEqual({ document: 'page', lines: [4, 4], strength: 'shown' });
  });

  it('tells the place of each node, escaped', () => {
    expect(citationAt('/sample/properties/a~1b~0c')?.pointer).toBe('/sample/properties/a~1b~0c');
  });

  it('leaves out a node of which not everything is told', () => {
    const document: JsonObject = { half: { 'x-source': { document: 'page', lines: [1, 1] }, below: {} } };
    expect(citationAt('/half', document)).toBeUndefined();
    expect(citationAt('/half/below', document)).toBeUndefined();
  });
});

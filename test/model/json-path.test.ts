import { describe, expect, it } from 'vitest';
import { pointerOfJsonPath } from '../../src/model/json-path.ts';

describe('pointerOfJsonPath', () => {
  it.each([
    ['$', ''],
    ['$.caseId', '/caseId'],
    ['$.agents[0].agentId', '/agents/0/agentId'],
    ['$.data[*].sent', '/data/*/sent'],
    ["$['x-user-type']", '/x-user-type'],
    ["$.a['b.c'][1]", '/a/b.c/1'],
    ["$['it\\'s']", "/it's"],
    ["$['a/b~c']", '/a~1b~0c'],
    ['$._id', '/_id'],
    ['$.a-b', '/a-b'],
  ])('%s is %s', (path, pointer) => {
    expect(pointerOfJsonPath(path)).toBe(pointer);
  });

  it.each(['', 'a.b', '$.', '$..a', '$[', "$['a'", '$.a b', '$[?(@.a)]', '$a'])('%s is none', (path) => {
    expect(pointerOfJsonPath(path)).toBeUndefined();
  });
});

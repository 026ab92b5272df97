import { escapeToken } from './json-pointer.ts';

const STEP = /\.([A-Za-z_$][\w$-]*)|\[(\d+|\*)\]|\['((?:[^'\\]|\\.)*)'\]/y;

/** The JSON Pointer of a path as Pact writes it (`$.agents[0].agentId`, `$['x-y']`); undefined when it is none. */
export function pointerOfJsonPath(path: string): string | undefined {
  if (!path.startsWith('$')) return undefined;
  let pointer = '';
  let at = 1;
  while (at < path.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(path);
    if (match === null) return undefined;
    pointer += `/${escapeToken(match[1] ?? match[2] ?? match[3]?.replaceAll(/\\(.)/g, '$1') ?? '')}`;
    at = STEP.lastIndex;
  }
  return pointer;
}

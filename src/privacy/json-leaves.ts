/** One step from a JSON value to a member. */
export interface Step {
  readonly key: string;
  readonly container: 'array' | 'object';
}

/** A text, a number or a key in a JSON text, and where it stands there. */
export interface Leaf {
  readonly kind: 'string' | 'number' | 'key';
  readonly from: number;
  readonly to: number;
  readonly path: readonly Step[];
}

interface Level {
  readonly container: 'array' | 'object';
  index: number;
  key: string;
  awaitsKey: boolean;
}

const TOKEN = /"(?:[^"\\]|\\.)*(?:"|$)|[{}[\],]|[^\s{}[\],:"]+/gs;

/** The leaves of a JSON text in order, as far as it is one: changing them changes nothing else of it. */
export function jsonLeaves(text: string): readonly Leaf[] {
  const levels: Level[] = [];
  return [...text.matchAll(TOKEN)].flatMap(({ 0: token, index: from }) => {
    const kind = step(token, levels);
    if (kind === undefined) return [];
    const path = pathOf(kind === 'key' ? levels.slice(0, -1) : levels);
    return [{ kind, from, to: from + token.length, path }];
  });
}

/** Takes in one token; what kind of leaf it is, if it is one. */
function step(token: string, levels: Level[]): Leaf['kind'] | undefined {
  const level = levels.at(-1);
  switch (token.charAt(0)) {
    case '{':
    case '[':
      levels.push(opened(token));
      return undefined;
    case '}':
    case ']':
      levels.pop();
      return undefined;
    case ',':
      if (level !== undefined) next(level);
      return undefined;
    case '"':
      if (level?.awaitsKey !== true) return 'string';
      level.key = keyIn(token);
      level.awaitsKey = false;
      return 'key';
    default:
      return /^-?\d[\d.eE+-]*$/.test(token) ? 'number' : undefined;
  }
}

function opened(token: string): Level {
  const container = token === '{' ? 'object' : 'array';
  return { container, index: 0, key: '', awaitsKey: token === '{' };
}

function next(level: Level): void {
  level.index += 1;
  level.awaitsKey = level.container === 'object';
}

function pathOf(levels: readonly Level[]): readonly Step[] {
  return levels.map(({ container, index, key }) => ({
    container,
    key: container === 'array' ? String(index) : key,
  }));
}

function keyIn(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token.slice(1);
  }
}

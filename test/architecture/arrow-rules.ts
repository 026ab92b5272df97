// Rules about who imports whom.
import { CONTRACT_MACHINERY, ROOMS, roomOf } from './rooms.ts';
import { importsOf, isInTree, type SourceTree } from './source-tree.ts';

interface Arrow {
  readonly from: string;
  readonly to: string;
}

function arrowsOf(tree: SourceTree): readonly Arrow[] {
  return [...tree].flatMap(([from, text]) => importsOf(from, text).map((to) => ({ from, to })));
}

export function unknownRooms(tree: SourceTree): readonly string[] {
  return [...tree.keys()]
    .filter((path) => ROOMS[roomOf(path)] === undefined)
    .map((path) => `${path}: no room`);
}

export function forbiddenArrows(tree: SourceTree): readonly string[] {
  return arrowsOf(tree)
    .filter(({ to }) => isInTree(to))
    .filter(({ from, to }) => {
      const [source, target] = [roomOf(from), roomOf(to)];
      return source !== target && !ROOMS[source]?.imports.includes(target);
    })
    .map(({ from, to }) => `${from} may not import ${to}`);
}

/** An arrow nobody uses is no reason to keep a door open. */
export function unusedArrows(tree: SourceTree): readonly string[] {
  const used = new Set(arrowsOf(tree).map(({ from, to }) => `${roomOf(from)} imports ${roomOf(to)}`));
  return Object.entries(ROOMS)
    .flatMap(([room, { imports }]) => imports.map((target) => `${room} imports ${target}`))
    .filter((arrow) => !used.has(arrow));
}

export function forbiddenPackages(tree: SourceTree): readonly string[] {
  return arrowsOf(tree)
    .filter(({ to }) => !isInTree(to))
    .filter(({ from, to }) => {
      const allowed = [...(ROOMS[roomOf(from)]?.packages ?? []), ...(CONTRACT_MACHINERY[from] ?? [])];
      return !allowed.some((name) => (name.endsWith('/') ? to.startsWith(name) : to === name));
    })
    .map(({ from, to }) => `${from} may not import ${to}`);
}

export function missingFiles(tree: SourceTree): readonly string[] {
  return arrowsOf(tree)
    .filter(({ to }) => isInTree(to) && !to.endsWith('.json') && !tree.has(to))
    .map(({ from, to }) => `${from} imports ${to}, which is not there`);
}

export function cyclesOfFiles(tree: SourceTree): readonly string[] {
  const graph = new Map([...tree].map(([path, text]) => [path, importsOf(path, text).filter(isInTree)]));
  return cyclesIn(graph);
}

export function cyclesOfRooms(tree: SourceTree): readonly string[] {
  const graph = new Map<string, string[]>();
  for (const { from, to } of arrowsOf(tree)) {
    const [source, target] = [roomOf(from), roomOf(to)];
    if (isInTree(to) && source !== target) graph.set(source, [...(graph.get(source) ?? []), target]);
  }
  return cyclesIn(graph);
}

/** One path back to its start for each arrow that closes a circle, found depth first. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (node: string, trail: readonly string[]): void => {
    if (trail.includes(node)) {
      cycles.push([...trail.slice(trail.indexOf(node)), node].join(' → '));
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return [...new Set(cycles)];
}

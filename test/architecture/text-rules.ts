// Rules about what stands in a file, and what the file is called.
import { basename } from 'node:path';
import ts from 'typescript';
import { nodesOf, type SourceTree } from './source-tree.ts';

const LONGEST_FILE = 250;

/** Comments included: what is true of one vendor belongs into its spec, its contract or its mock. */
export function vendorNames(vendors: readonly string[]): (tree: SourceTree) => readonly string[] {
  return (tree) =>
    [...tree]
      .filter(([path]) => /^src\/(?!mock\/|generated\/)/.test(path))
      .flatMap(([path, text]) => {
        const searched = `${path}\n${text}`.toLowerCase();
        const named = vendors.filter((vendor) => searched.includes(vendor.toLowerCase()));
        return named.map((vendor) => `${path} speaks of ${vendor}`);
      });
}

export function outputOutsideCli(tree: SourceTree): readonly string[] {
  return accesses(
    tree,
    (path) => !path.startsWith('src/cli/') && path !== 'src/judges/contract/verifier-child.ts',
    ['console.*', 'process.exit', 'process.exitCode', 'process.stdout', 'process.stderr'],
  );
}

/** The same exchange has the same findings, whenever and wherever it is judged. */
export function unsteadyJudges(tree: SourceTree): readonly string[] {
  const isPure = (path: string) => /^src\/(judges|verdict|schema|reporters)\//.test(path);
  return accesses(tree, isPure, ['Date.*', 'new Date', 'Math.random', 'performance.*', 'crypto.*']);
}

/** `name.*` stands for every member. */
function accesses(
  tree: SourceTree,
  concerns: (path: string) => boolean,
  forbidden: readonly string[],
): readonly string[] {
  return [...tree]
    .filter(([path]) => concerns(path))
    .flatMap(([path, text]) =>
      nodesOf(path, text)
        .map(accessOf)
        .filter((access) => access !== undefined)
        .filter((access) => forbidden.includes(access) || forbidden.includes(`${access.split('.')[0]}.*`))
        .map((access) => `${path} uses ${access}`),
    );
}

function accessOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) return `new ${node.expression.getText()}`;
  if (ts.isPropertyAccessExpression(node)) return `${node.expression.getText()}.${node.name.text}`;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return `${node.expression.getText()}.${node.argumentExpression.text}`;
  return undefined;
}

export function looseTypes(tree: SourceTree): readonly string[] {
  return [...tree].flatMap(([path, text]) => {
    const loosened = nodesOf(path, text)
      .map(looseness)
      .filter((found) => found !== undefined);
    const silenced = /@ts-(ignore|nocheck|expect-error)|biome-ignore/.exec(text)?.[0];
    return [...loosened, ...(silenced === undefined ? [] : [silenced])].map(
      (found) => `${path} has ${found}`,
    );
  });
}

function looseness(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isNonNullExpression(node)) return `${node.expression.getText()}!`;
  if (ts.isAsExpression(node) && ts.isAsExpression(node.expression)) return 'as … as';
  if (ts.isTypeAssertionExpression(node)) return 'an assertion in angle brackets';
  return undefined;
}

export function names(tree: SourceTree): readonly string[] {
  return [...tree.keys()].flatMap((path) => {
    const name = basename(path).replace(/\.tsx?$/, '');
    const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(command|reporter|target))?$/.test(name);
    const saysNothing = /(^|-)(utils?|helpers?|common|managers?|misc|services?|index)$/.test(name);
    return [
      ...(isKebab ? [] : [`${path} is not in kebab case`]),
      ...(saysNothing ? [`${path} does not say what it holds`] : []),
    ];
  });
}

/** What is generated is as long as it is. */
export function lengths(tree: SourceTree): readonly string[] {
  return [...tree]
    .filter(([path]) => !path.startsWith('src/generated/'))
    .map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST_FILE)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${LONGEST_FILE}`);
}

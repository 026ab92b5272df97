import { inertText } from '../inert-text.ts';

/** A value that is not written down, and what stands for it in evidence. */
export interface Placeholder {
  readonly variable: string;
  /** `[secret:name]`, as in the exchange. */
  readonly shown: string;
}

const MASK = /\[secret:[A-Za-z][\w.-]*\]/gu;
const PLAIN = /^[\w./:-]+$/u;

/**
 * One word of a shell command that means exactly this text: nothing of it is expanded, substituted or taken for an
 * operator. Characters that a reader could not see are written as their bytes, which takes bash, zsh or ksh.
 */
export function shellWord(text: string): string {
  if (text === '') return "''";
  if (PLAIN.test(text)) return text;
  return [...splitRuns(text)].map(({ run, isVisible }) => (isVisible ? quoted(run) : escaped(run))).join('');
}

/** The same with every masked secret left to a variable of the environment. */
export function shellWordWithSecrets(text: string, vendor: string): string {
  const masks = text.match(MASK) ?? [];
  const [first = '', ...others] = text.split(MASK);
  const parts = others.map((part, index) => `"$${variableOf(masks[index] ?? '', vendor)}"${wordPart(part)}`);
  return masks.length === 0 ? shellWord(text) : wordPart(first) + parts.join('');
}

export function placeholdersIn(texts: readonly string[], vendor: string): readonly Placeholder[] {
  const shown = new Set(texts.flatMap((text) => text.match(MASK) ?? []));
  return [...shown].map((mask) => ({ shown: mask, variable: variableOf(mask, vendor) }));
}

function wordPart(text: string): string {
  return text === '' ? '' : shellWord(text);
}

/** `[secret:apiKey]` of the vendor `some-desk` is `SOME_DESK_API_KEY`. */
function variableOf(mask: string, vendor: string): string {
  const name = `${vendor}_${mask.slice('[secret:'.length, -1)}`
    .replace(/([a-z0-9])([A-Z])/gu, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/gu, '_');
  return /^\d/u.test(name) ? `_${name}` : name;
}

interface Run {
  readonly run: string;
  readonly isVisible: boolean;
}

function splitRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const isVisible = character !== '\n' && character !== '\t' && inertText(character) === character;
    const last = runs.at(-1);
    if (last?.isVisible === isVisible) runs.splice(-1, 1, { run: last.run + character, isVisible });
    else runs.push({ run: character, isVisible });
  }
  return runs;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function escaped(text: string): string {
  const bytes = [...Buffer.from(text, 'utf8')].map((byte) => byte.toString(16).padStart(2, '0'));
  return `$'${bytes.map((byte) => String.raw`\x${byte}`).join('')}'`;
}

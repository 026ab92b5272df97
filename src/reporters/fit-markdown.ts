import { plural } from './tally.ts';

/** A part of a page that stays or goes as a whole. */
interface Part {
  readonly name: string;
  readonly text: string;
  /** What goes first has the greatest; 0 stays whatever happens. */
  readonly rank: number;
}

const SEPARATOR = '\n\n';
/** For the sentence that says what was cut. */
const NOTICE_BYTES = 4096;

/**
 * Blocks of Markdown joined to a page of at most so many bytes. Findings (`###`) go first, the lightest of them, which
 * comes last, before the others; then sections (`##`), from the end. What is gone is named at the top.
 */
export function fitMarkdown(blocks: readonly string[], limit: number): string {
  const whole = blocks.join(SEPARATOR);
  if (bytes(whole) <= limit) return whole;
  const parts = partsOf(blocks);
  const gone = chooseGone(parts, limit - NOTICE_BYTES);
  const kept = parts.filter((part) => !gone.has(part));
  const [head, ...rest] = kept.map(({ text }) => text);
  return [head, noticeOf(parts, gone, limit), ...rest].join(SEPARATOR);
}

/** The page up to its first section, then each section and each finding; the last block is the foot of the page. */
function partsOf(blocks: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (const block of blocks.slice(0, -1)) {
    const last = parts.at(-1);
    if (last === undefined || block.startsWith('## ') || block.startsWith('### '))
      parts.push({ name: nameOf(block), text: block, rank: 0 });
    else parts[parts.length - 1] = { ...last, text: last.text + SEPARATOR + block };
  }
  const ranked = parts.map((part, index) => ({ ...part, rank: rankOf(part, index, parts.length) }));
  return [...ranked, { name: '', text: blocks.at(-1) ?? '', rank: 0 }];
}

function nameOf(block: string): string {
  return block.split('\n', 1)[0] ?? '';
}

function rankOf({ name }: Part, index: number, all: number): number {
  if (index === 0) return 0;
  return name.startsWith('### ') ? all + index : index;
}

function chooseGone(parts: readonly Part[], limit: number): ReadonlySet<Part> {
  const gone = new Set<Part>();
  let size = parts.reduce((sum, { text }) => sum + bytes(text) + SEPARATOR.length, 0);
  const byRank = parts.filter(({ rank }) => rank > 0).toSorted((one, other) => other.rank - one.rank);
  for (const part of byRank) {
    if (size <= limit) break;
    gone.add(part);
    size -= bytes(part.text) + SEPARATOR.length;
  }
  return gone;
}

function noticeOf(parts: readonly Part[], gone: ReadonlySet<Part>, limit: number): string {
  const findings = [...gone].filter(({ name }) => name.startsWith('### ')).length;
  const all = parts.filter(({ name }) => name.startsWith('### ')).length;
  const sections = [...gone].flatMap(({ name }) => (name.startsWith('## ') ? [name.slice(3)] : []));
  const cut = [
    ...(findings === 0 ? [] : [`the last ${plural(findings, 'finding')} of the ${all} it would list`]),
    ...sections.toReversed().map((name) => `the section “${name}”`),
  ];
  return `**Cut to ${Math.floor(limit / 1024)} KiB:** ${cut.join(', ')}. Nothing is missing in \`report.json\` and \`index.html\` of this run.`;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

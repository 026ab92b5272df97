import type { Reporter } from './reporter.ts';

/** What JSON may hold raw but a terminal, an editor or an old parser may act on. */
const ACTIVE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** The report itself. Nothing is replaced here: it is the evidence, so active characters are escaped instead. */
const json: Reporter = {
  name: 'json',
  title: 'The report as data; every other format is a view of it',
  file: 'report.json',
  render: (report) => `${JSON.stringify(report, null, 2).replace(ACTIVE, escapeUnits)}\n`,
};

export default json;

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => String.raw`\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

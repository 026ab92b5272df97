import { countNoun } from './count-noun.ts';

/** The first place, and how many more there are. */
export function namePlaces(findings: readonly { readonly pointer: string }[]): string {
  const [first = '', ...others] = new Set(findings.map(({ pointer }) => pointer));
  return `${first}${others.length === 0 ? '' : `, with ${countNoun(others, 'other place')},`}`;
}

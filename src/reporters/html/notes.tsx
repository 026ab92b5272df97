import type { VNode } from 'preact';
import type { FindingGroup } from '../finding-groups.ts';
import { shorten } from '../shorten.ts';
import { findingAnchor } from './anchors.ts';

const EXPECTED_LIMIT = 80;

/** The remarks beside a marked place of the evidence; each leads back to its finding. */
export function Notes({ marks }: { readonly marks: readonly { readonly group: FindingGroup }[] }): VNode {
  return (
    <>
      {marks.map(({ group }) => (
        <span key={findingAnchor(group)}>
          {'  '}
          <a class={`note level-${group.finding.level}`} href={`#${findingAnchor(group)}`}>
            {`← expected ${shorten(group.finding.expected, EXPECTED_LIMIT)}`}
          </a>
        </span>
      ))}
    </>
  );
}

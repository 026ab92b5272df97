import type { VNode } from 'preact';
import type { FindingGroup } from '../finding-groups.ts';
import { shorten } from '../shorten.ts';
import { findingAnchor } from './anchors.ts';

const EXPECTED_LIMIT = 80;

/** The remark beside a marked place of the evidence; it leads back to the finding. */
export function Note({ group }: { readonly group: FindingGroup }): VNode {
  return (
    <>
      {'  '}
      <a class={`note level-${group.finding.level}`} href={`#${findingAnchor(group)}`}>
        {`← expected ${shorten(group.finding.expected, EXPECTED_LIMIT)}`}
      </a>
    </>
  );
}

import type { VNode } from 'preact';
import {
  CHANGE_KINDS,
  type ChangeCause,
  type FindingChange,
  type ReportChanges,
} from '../../model/changes.ts';
import type { Report, Verdict } from '../../model/report.ts';
import { CAUSES, changeLabels, changesLabel } from '../change-lines.ts';
import { shorten } from '../shorten.ts';
import { plural } from '../tally.ts';
import { Fact } from './fact.tsx';
import { FindingName } from './finding-name.tsx';
import { LevelPill, VerdictPill } from './pills.tsx';

const VALUE_LIMIT = 200;

interface Props {
  readonly report: Report;
  readonly changes: ReportChanges;
}

/** What is otherwise than in the report it was compared with, what is new first. */
export function ChangesSection({ report }: Pick<Props, 'report'>): VNode | null {
  const { changes } = report;
  if (changes === undefined) return null;
  const common = commonCause(changes);
  return (
    <section id="changes" aria-labelledby="changes-title" data-whole>
      <h2 id="changes-title">What changed since last time</h2>
      <p>
        {changesLabel(changes)}.{common === null ? '' : ` Throughout, ${CAUSES[common]}.`}
      </p>
      {changes.doubts.length === 0 ? null : (
        <ul class="fields">
          {changes.doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      <FindingChanges report={report} changes={changes} />
      <OtherChanges changes={changes} />
    </section>
  );
}

function FindingChanges({ report, changes }: Props): VNode | null {
  const ordered = CHANGE_KINDS.flatMap((kind) => changes.findings.filter((one) => one.kind === kind));
  if (ordered.length === 0) return null;
  return (
    <ul class="list">
      {ordered.map((change) => (
        <li key={`${change.kind} ${change.operation} ${change.fingerprint} ${change.pointer}`}>
          <span class="tags">
            <span class={`pill change-${change.kind}`} title={changeLabels[change.kind].meaning}>
              {changeLabels[change.kind].word}
            </span>
            <LevelPill level={change.level} />
          </span>
          <span>
            {change.operation} <code>{change.pointer}</code>: {valuesOf(change)}{' '}
            <span class="quiet">
              {change.because === null ? causeOf(change, changes) : `not looked at: ${change.because}`}
            </span>{' '}
            <FindingName report={report} operation={change.operation} fingerprint={change.fingerprint} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is behind every change, and need not be said of each; null where there are few or they differ. */
function commonCause({ findings, verdicts }: ReportChanges): ChangeCause | null {
  const causes = [...findings, ...verdicts].map(({ cause }) => cause);
  const [first = null, ...others] = causes;
  return others.length > 0 && others.every((cause) => cause === first) ? first : null;
}

function causeOf({ cause }: FindingChange, changes: ReportChanges): string {
  return commonCause(changes) === null ? CAUSES[cause] : '';
}

function OtherChanges({ changes }: Pick<Props, 'changes'>): VNode | null {
  const { verdicts, readings, undocumented } = changes;
  if (verdicts.length + readings.length + undocumented.length === 0) return null;
  return (
    <dl class="facts changes">
      {verdicts.map(({ operation, before, after, cause }) => (
        <Fact key={`verdict ${operation}`} term="Verdict">
          {operation}: <MaybeVerdict verdict={before} /> → <MaybeVerdict verdict={after} />{' '}
          <span class="quiet">{commonCause(changes) === null ? CAUSES[cause] : ''}</span>
        </Fact>
      ))}
      {readings.map(({ operation, ambiguity, before, after }) => (
        <Fact key={`reading ${operation} ${ambiguity}`} term="Reading">
          {operation}, {ambiguity}: {before ?? 'not told'} → {after ?? 'not told'}
        </Fact>
      ))}
      {undocumented.map(({ operation, came, went }) => (
        <Fact key={`fields ${operation}`} term="Fields">
          {operation}
          {came.length === 0 ? '' : `, ${plural(came.length, 'undocumented field')} more: ${came.join(', ')}`}
          {went.length === 0 ? '' : `, no longer seen: ${went.join(', ')}`}
        </Fact>
      ))}
    </dl>
  );
}

function MaybeVerdict({ verdict }: { readonly verdict: Verdict | null }): VNode {
  return verdict === null ? <span class="quiet">not judged</span> : <VerdictPill verdict={verdict} />;
}

function valuesOf({ kind, expected, before, after }: FindingChange): VNode {
  const [was, is] = [before, after].map((value) => shorten(value ?? '', VALUE_LIMIT));
  switch (kind) {
    case 'new':
      return (
        <>
          expected {shorten(expected, VALUE_LIMIT)}, found <mark>{is}</mark>
        </>
      );
    case 'changed':
      return (
        <>
          {was} → <mark>{is}</mark>
        </>
      );
    case 'fixed':
    case 'gone':
      return <>{was} before</>;
    default:
      return kind satisfies never;
  }
}

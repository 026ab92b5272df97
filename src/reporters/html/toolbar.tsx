import type { VNode } from 'preact';
import { BLAMES, OUTCOMES } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { LEVELS } from '../../model/source.ts';
import { blameLabels, judgeLabels, levelLabels, outcomeLabels, VERDICTS, verdictLabels } from '../labels.ts';
import type { Facet } from './facets.ts';
import { JUDGES } from './judges.ts';

type Option = readonly [value: string, word: string];

/** Narrows the page; without scripts it is not there, and nothing of the page depends on it. */
export function Toolbar({ report }: { readonly report: Report }): VNode {
  return (
    <search class="toolbar needs-script" aria-label="Narrow this report">
      <div class="controls">
        <label class="find">
          <span class="unseen">Search findings, operations, cases and claims</span>
          <input
            id="search"
            type="search"
            placeholder="Search  ( / )"
            autocomplete="off"
            spellcheck={false}
          />
        </label>
        {choicesOf(report).map(([facet, word, options]) => (
          <label key={facet}>
            <span>{word}</span>
            <select data-facet={facet}>
              <option value="">all</option>
              {options.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <span class="buttons">
          <button type="button" id="theme">
            Theme: auto
          </button>
          <button type="button" id="show-keys">
            Keys
          </button>
        </span>
      </div>
      <p class="left">
        <span id="left" role="status" />{' '}
        <button type="button" class="clear">
          Show everything
        </button>
      </p>
      <p class="unseen" id="voice" role="status" />
    </search>
  );
}

/** Only what there is a choice of. */
function choicesOf(report: Report): readonly (readonly [Facet, string, readonly Option[]])[] {
  const cases = report.operations.flatMap((operation) => operation.cases);
  const findings = cases.flatMap((each) => each.findings);
  const verdicts = new Set(report.operations.map(({ verdict }) => verdict));
  const blames = new Set(findings.map(({ blame }) => blame));
  const levels = new Set(cases.map(({ level }) => level));
  const judges = new Set(cases.map(({ judge }) => judge));
  const outcomes = new Set(cases.map(({ outcome }) => outcome));
  const named = (names: readonly string[]): readonly Option[] => names.map((name) => [name, name]);
  const choices: readonly (readonly [Facet, string, readonly Option[]])[] = [
    ['operation', 'Operation', named(report.operations.map(({ operation }) => operation))],
    ['verdict', 'Verdict', worded(VERDICTS, verdicts, verdictLabels)],
    ['level', 'Level', worded(LEVELS, levels, levelLabels)],
    ['blame', 'Blame', worded(BLAMES, blames, blameLabels)],
    ['judge', 'Judge', worded(JUDGES, judges, judgeLabels)],
    ['outcome', 'Outcome', worded(OUTCOMES, outcomes, outcomeLabels)],
    ['consumer', 'Consumer', named(report.reliedOn.consumers.map(({ consumer }) => consumer))],
  ];
  return choices.filter(([, , options]) => options.length > 1);
}

function worded<Name extends string>(
  names: readonly Name[],
  present: ReadonlySet<Name>,
  labels: Readonly<Record<Name, { readonly word: string }>>,
): readonly Option[] {
  return names.filter((name) => present.has(name)).map((name) => [name, labels[name].word]);
}

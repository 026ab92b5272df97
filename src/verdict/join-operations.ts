import type {
  Breakage,
  ConsumerImpact,
  DocumentedAnswer,
  OperationReport,
  ReliedOnAnswer,
  Verdict,
} from '../model/report.ts';
import { worstStanding } from './fold-relied-on.ts';
import { foldRun } from './fold-verdict.ts';

type Answered = Pick<OperationReport, 'operation' | 'documented' | 'reliedOn'>;
type Reason = Pick<OperationReport, 'operation' | 'because'>;

/** Do the operations of a run do what their documents say? As badly as the worst of them. */
export function joinDocumented(operations: readonly Answered[]): DocumentedAnswer {
  const verdict = foldRun(operations.map(({ documented }) => documented.verdict));
  const worst = operations.filter(({ documented }) => documented.verdict === verdict);
  return {
    verdict,
    because: sayWorst(worst.map(({ operation, documented: { because } }) => ({ operation, because }))),
  };
}

/** Do they do what we rely on? Each consumer once, with everything that breaks it. */
export function joinReliedOn(operations: readonly Answered[]): ReliedOnAnswer {
  const standing = worstStanding(operations.map(({ reliedOn }) => reliedOn.standing));
  const worst = operations.filter(({ reliedOn }) => reliedOn.standing === standing);
  const names = new Set(operations.flatMap(({ reliedOn }) => reliedOn.consumers.map((one) => one.consumer)));
  return {
    standing,
    because: sayWorst(worst.map(({ operation, reliedOn: { because } }) => ({ operation, because }))),
    consumers: [...names].map((name) => joinImpacts(name, operations)),
  };
}

function joinImpacts(consumer: string, operations: readonly Answered[]): ConsumerImpact {
  const own = operations.flatMap(({ reliedOn }) =>
    reliedOn.consumers.filter((one) => one.consumer === consumer),
  );
  const brokenBy: readonly Breakage[] = own.flatMap((one) => one.brokenBy);
  const isOpen = own.some(({ standing }) => standing === 'unproven');
  return { consumer, standing: brokenBy.length > 0 ? 'broken' : isOpen ? 'unproven' : 'kept', brokenBy };
}

/** The reason of the first, and how many are like it. */
function sayWorst(worst: readonly Reason[]): string {
  const [first, ...others] = worst;
  if (first === undefined) return 'no operation was judged';
  const { operation, because } = first;
  return `${operation}: ${because}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
}

/** The reason of the worst operation, and how many are as bad. */
export function sayRunVerdict(
  verdict: Verdict,
  reports: readonly Pick<OperationReport, 'operation' | 'verdict' | 'because'>[],
): string {
  const alike = reports.filter((report) => report.verdict === verdict);
  const [first, ...others] = alike;
  if (verdict !== 'conformant' || first === undefined) return sayWorst(alike);
  return others.length === 0
    ? `${first.operation} holds what is documented and relied on`
    : `all ${alike.length} operations hold what is documented and relied on`;
}

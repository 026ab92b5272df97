import type { Check, Subject } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { type Located, locate } from '../../model/json-pointer.ts';
import type { Echo } from '../../model/operation.ts';
import { brokenRelations } from '../../model/relation-holds.ts';
import { evaluateExpression } from '../../model/runtime-expression.ts';
import { levelOf, strongestLevel } from '../../model/source.ts';
import { whileSame } from '../../model/while-same.ts';
import { applies, notRun } from '../applicability.ts';
import { ownNotifications, withoutNotifications } from '../awaited-notifications.ts';
import { describeValue } from '../describe-value.ts';
import { exampleSubject } from '../example-subject.ts';
import { expressionScope } from '../expression-scope.ts';

const check: Check = {
  id: 'notification-correlation',
  title: 'Everything in a notification points to its call',
  failureTitle: 'A notification about this call points to another',
  why: 'A client that follows the pointer shows one customer the state of another.',
  appliesTo: (subject) => {
    const missing = withoutNotifications(subject);
    if (missing !== undefined) return missing;
    const found = comparisons(subject);
    if (found.length === 0) return notRun('no notification came that could be tied to the call');
    return applies(strongestLevel(found.map(({ echo }) => levelOf(echo.source.strength))));
  },
  evaluate: (subject) =>
    comparisons(subject).flatMap(({ name, echo, places, value }) =>
      brokenRelations(echo, places, value).map(({ pointer, expected, actual }) => ({
        pointer: `notifications.${name}#${pointer}`,
        expected: `${describeValue(expected)} from ${echo.value}`,
        actual: describeValue(actual),
        source: echo.source,
        level: levelOf(echo.source.strength),
      })),
    ),
  examples: {
    passing: [exampleSubject({ notifications: [{ kind: 'made', thing: '9', uri: '/things/9' }] })],
    failing: [
      {
        subject: exampleSubject({ notifications: [{ kind: 'made', thing: '9', uri: '/things/8' }] }),
        pointers: ['notifications.made#/uri'],
      },
    ],
    notApplicable: [
      exampleSubject({ notifications: [] }),
      exampleSubject({ notifications: [{ kind: 'made', thing: '8', uri: '/things/8' }] }),
      exampleSubject({ withoutNotifications: true }),
    ],
  },
};

interface Comparison {
  readonly name: string;
  readonly echo: Echo;
  readonly places: readonly Located[];
  readonly value: Json;
}

/** Found once: whether the check applies and what it finds are asked one after the other. */
const comparisons = whileSame(compare);

function compare(subject: Subject): readonly Comparison[] {
  const scope = expressionScope(subject);
  return ownNotifications(subject).flatMap(({ kind, notification }) =>
    kind.correlations.flatMap((echo) => {
      const value = evaluateExpression(echo.value, scope);
      const places = locate(notification.data, echo.at);
      return value === undefined || places.length === 0 ? [] : [{ name: kind.name, echo, places, value }];
    }),
  );
}

export default check;

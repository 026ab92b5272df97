import { ownNotifications } from '../judges/awaited-notifications.ts';
import { jsonOf } from '../judges/expression-scope.ts';
import type { Spec } from '../model/spec.ts';
import { undocumentedFields } from '../schema/undocumented-fields.ts';
import type { Judged } from './run-suite.ts';

/** Pointers of answers and notifications that no document mentions, sorted. */
export function undocumentedIn(spec: Spec, own: readonly Judged[]): readonly string[] {
  const found = own.flatMap(({ judgement: { subject } }) => {
    const schema = subject.documented?.schemaPointer;
    const body = subject.body && jsonOf(subject.body);
    const inBody =
      schema === undefined || body === undefined
        ? []
        : undocumentedFields(spec, schema, body).map((pointer) => `response.body#${pointer}`);
    const inMessages = ownNotifications(subject).flatMap(({ kind, notification }) =>
      undocumentedFields(spec, kind.schemaPointer, notification.data).map(
        (pointer) => `notifications.${kind.name}#${pointer}`,
      ),
    );
    return [...inBody, ...inMessages];
  });
  return [...new Set(found)].toSorted();
}

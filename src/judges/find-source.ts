import type { Subject } from '../model/check.ts';
import type { DocumentedResponse } from '../model/operation.ts';
import type { Source } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import { citePointer } from '../schema/cite-pointer.ts';
import { firstOfKind } from './awaited-notifications.ts';
import { jsonOf } from './expression-scope.ts';

/** What documents a place of the exchange; the operation as a whole when nothing nearer does. */
export function findSource(spec: Spec, subject: Subject, pointer: string): Source {
  const { operation, documented } = subject;
  const [place = '', member = ''] = pointer.split('#');
  if (place === 'response.body' && documented?.schemaPointer !== undefined) {
    const body = subject.body && jsonOf(subject.body);
    return citePointer(spec, documented.schemaPointer, body, member)?.source ?? documented.source;
  }
  const kind = operation.notifications?.kinds.find(({ name }) => place === `notifications.${name}`);
  if (kind !== undefined)
    return (
      citePointer(spec, kind.schemaPointer, firstOfKind(subject, kind.name), member)?.source ?? kind.source
    );
  const response =
    place === 'response.status' ? expectedResponse(subject) : (documented ?? expectedResponse(subject));
  const contentType = place === 'response.header.content-type' ? response?.contentType?.source : undefined;
  return contentType ?? response?.source ?? operation.source;
}

/** The documented answer to what was provoked. */
function expectedResponse({ operation, intent }: Subject): DocumentedResponse | undefined {
  return operation.responses.find(({ refuses }) =>
    intent.kind === 'accepted' ? refuses.length === 0 : refuses.includes(intent.cause),
  );
}

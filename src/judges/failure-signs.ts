import type { Subject } from '../model/check.ts';
import type { Json } from '../model/json.ts';
import { descend, writtenTokens } from '../model/json-pointer.ts';
import type { FailureSign } from '../model/operation.ts';
import { jsonOf } from './expression-scope.ts';

/** Marks of failure that stand in the answer's body. */
export function failureSignsIn({
  body,
  operation,
}: Subject): readonly { readonly sign: FailureSign; readonly found: Json }[] {
  const value = body && jsonOf(body);
  return operation.failureSigns.flatMap((sign) => {
    const found = descend(value, writtenTokens(sign.at));
    return found !== undefined && isSign(sign, found) ? [{ sign, found }] : [];
  });
}

function isSign({ sign }: FailureSign, found: Json): boolean {
  switch (sign.kind) {
    case 'present':
      return found !== null;
    case 'equals':
      return found === sign.value;
    case 'differs':
      return found !== sign.value;
  }
}

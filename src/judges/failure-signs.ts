import type { Subject } from '../model/check.ts';
import type { Json } from '../model/json.ts';
import { descend, writtenTokens } from '../model/json-pointer.ts';
import type { FailureSign } from '../model/operation.ts';
import { jsonOf } from './expression-scope.ts';

export interface FoundSign {
  readonly sign: FailureSign;
  readonly found: Json;
}

/** Marks of failure that stand in the answer's body. */
export function failureSignsIn({ body, operation }: Subject): readonly FoundSign[] {
  const value = body && jsonOf(body);
  const signs: FoundSign[] = [];
  for (const sign of operation.failureSigns) {
    const found = descend(value, writtenTokens(sign.at));
    if (found !== undefined && isSign(sign, found)) signs.push({ sign, found });
  }
  return signs;
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

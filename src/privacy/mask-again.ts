import { type Cloak, cloakText } from './cloak.ts';

/** What was masked before, once more: whom the run has met since may stand in it. Learns nothing. */
export function maskAgain<Value>(value: Value, cloak: Cloak): Value {
  // What was JSON is JSON again: only texts change.
  const masked: Value = JSON.parse(JSON.stringify(value), (key, member: unknown) => {
    if (typeof member !== 'string') return member;
    return key === 'base64' ? maskBytes(member, cloak) : cloakText(member, cloak);
  });
  return masked;
}

/** One character a byte, so that what is to be hidden is found among bytes that are no text. */
export function maskBytes(base64: string, cloak: Cloak): string {
  const masked = cloakText(Buffer.from(base64, 'base64').toString('latin1'), cloak);
  return Buffer.from(masked, 'latin1').toString('base64');
}

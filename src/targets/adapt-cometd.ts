/**
 * CometD takes its timers from the window of a browser. A console it gets none: ours belongs to the report. Nor does it
 * get anything to send with, see `CarriedTransport`.
 */
export function adaptCometd(): void {
  if (Reflect.get(globalThis, 'window') !== undefined) return;
  Reflect.set(globalThis, 'window', { setTimeout, clearTimeout });
}

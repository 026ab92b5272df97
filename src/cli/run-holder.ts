import { hostname } from 'node:os';

/** In the folder of a run while a command is at work there: whose tenant, which machine, which process. */
export const HOLD_FILE = 'in-use';

export interface Holder {
  readonly tenant: string;
  readonly host: string;
  readonly pid: string;
}

export function parseHolder(held: string): Holder {
  const [tenant = '', host = '', pid = ''] = held.split(' ');
  return { tenant, host, pid };
}

/** Of another machine nobody here can tell, so that it counts as being at work. */
export function isAtWork({ host, pid }: Holder): boolean {
  if (host !== hostname()) return true;
  // The number of a dead process has come round to us.
  if (pid === String(process.pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

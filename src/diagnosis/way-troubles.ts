import type { Troubles } from './diagnosis.ts';

/** Between here and the host: names, routes, ports, and waiting. */
export const WAY_TROUBLES = {
  'unknown-host': {
    says: 'no name server knows the host',
    blame: 'setup',
    next: 'Correct the host in the base URL, or connect to the network (VPN) in which that name exists.',
    isPassing: false,
  },
  'name-server-silent': {
    says: 'the name server gave no answer for the host',
    blame: 'setup',
    next: 'Check the network and its name server, then run again: this often passes by itself.',
    isPassing: true,
  },
  'connection-refused': {
    says: 'the host is there, and nothing listens at that port',
    blame: 'setup',
    next: 'Check the port in the base URL, and that no firewall turns the connection away; the service may also be down.',
    isPassing: true,
  },
  'host-unreachable': {
    says: 'no route leads to the host',
    blame: 'setup',
    next: 'Check the network, the VPN and the firewall between here and the host.',
    isPassing: true,
  },
  'connect-timeout': {
    says: 'nothing answered the attempt to connect in time',
    blame: 'setup',
    next: 'A firewall drops what is sent, or the way needs a proxy: ask for the address to be opened, or give the proxy.',
    isPassing: true,
  },
  'not-connected': {
    says: 'the connection could not be made',
    blame: 'setup',
    next: 'Read the error itself: what it names lies between this machine and the host.',
    isPassing: false,
  },
  'held-back': {
    says: 'the vendor asked for a longer wait than is allowed here, so nothing was sent',
    blame: 'setup',
    next: 'Run again after the time the vendor named, or raise the longest wait of the pace.',
    isPassing: false,
  },
  'not-permitted': {
    says: 'the tenant file does not allow the request, so it was not sent',
    blame: 'setup',
    next: 'Look at the rule it names; --dry-run shows what would be sent, and docs/effects.md what allows it.',
    isPassing: false,
  },
  interrupted: {
    says: 'the run was ended before the answer came',
    blame: 'setup',
    next: 'Run again; look first whether the vendor has carried the request out.',
    isPassing: false,
  },
} as const satisfies Troubles<string>;

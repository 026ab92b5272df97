import type { Complaints } from './tenant-complaints.ts';
import type { VendorData } from './tenant-data.ts';

/** Credentials do not leave this machine in the clear unless the file says so in a word of its own. */
export function checkBaseUrl(at: string, { baseUrl, insecure }: VendorData, complaints: Complaints): void {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined)
    throw complaints.invalid(
      `${at}/baseUrl`,
      'an address that cannot be read',
      'one such as https://tenant.example.com',
      'Correct the address.',
    );
  if (url.protocol === 'https:' && insecure)
    throw complaints.invalid(
      `${at}/insecure`,
      'it beside an https:// address',
      'it only where credentials travel over plain http://',
      'Remove it, so that a later change of the address cannot bare them.',
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !insecure)
    throw complaints.invalid(
      `${at}/baseUrl`,
      'plain http:// to another machine, on which anybody on the way reads the credentials',
      'https://',
      'Use https://, or, where the network in between is yours, add "insecure: true" to this vendor.',
    );
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

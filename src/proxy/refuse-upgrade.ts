import type { Server } from 'node:http';
import type { Upgrading } from './forward-upgrade.ts';
import { pairsOf } from './hop-by-hop.ts';

/**
 * An offer to change to another protocol than that of WebSockets, as some clients make with their first request
 * (`h2c`), is one that a proxy need not take up: the request begins once more without it.
 */
export function beginWithoutUpgrade({ incoming, socket, head }: Upgrading, server: Server): void {
  const { method = 'GET', url = '/', httpVersion, rawHeaders } = incoming;
  const fields = pairsOf(rawHeaders)
    .filter(([name]) => !OFFER.has(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${value}\r\n`);
  const begun = `${method} ${url} HTTP/${httpVersion}\r\n${fields.join('')}\r\n`;
  socket.unshift(Buffer.concat([Buffer.from(begun, 'latin1'), head]));
  server.emit('connection', socket);
}

const OFFER: ReadonlySet<string> = new Set(['upgrade', 'connection', 'http2-settings']);

import type { Pair } from '../model/exchange.ts';
import type { Suite } from '../model/suite.ts';
import { type OperationRoute, routesOf, segmentsOf } from './operation-routes.ts';

/** A request as far as it tells which operation it asks for. */
export interface Address {
  readonly method: string;
  /** Absolute, or a path. */
  readonly url: string;
}

export interface MatchedOperation {
  readonly kind: 'matched';
  readonly route: OperationRoute;
  /** What stands before the documented path, with the origin where it is known. */
  readonly base: string;
  /** Below the base, as it was sent. */
  readonly path: string;
  readonly query: readonly Pair[];
}

/** The documented operation that a request asks for, or why there is none. */
export type OperationMatch = MatchedOperation | { readonly kind: 'unmatched'; readonly reason: string };

/** By vendor the only address below which its operations are looked for; of other vendors any will do. */
export type BaseUrls = Readonly<Record<string, string>>;

/** Any base path may stand in front; the longest template wins, and of two as long neither is guessed. */
export function matchOperation(suite: Suite, address: Address, baseUrls: BaseUrls = {}): OperationMatch {
  const url = parse(address.url);
  if (url === undefined) return unmatched(`${address.url.slice(0, 200)} is no address`);
  const routes = routesOf(suite);
  const segments = segmentsOf(url.path);
  const fitting = routes.filter((route) => fits(route, segments) && isBelowBase(route, url, baseUrls));
  const method = address.method.toUpperCase();
  const asked = mostTelling(fitting.filter((route) => route.method === method));
  const [route, rival] = asked;
  if (route === undefined) return unmatched(whyNone(method, url.path, fitting));
  const names = [...new Set(asked.map(({ operation }) => operation.id))];
  if (rival !== undefined && names.length > 1)
    return unmatched(`${method} ${url.path} may be ${names.join(' or ')}: name the address of one of them`);
  const path = `/${segments.slice(segments.length - route.segments.length).join('/')}`;
  const base = url.origin + url.path.slice(0, url.path.length - path.length);
  return { kind: 'matched', route, base, path, query: url.query };
}

interface ParsedAddress {
  /** Empty where it is not known. */
  readonly origin: string;
  readonly path: string;
  readonly query: readonly Pair[];
}

/** By hand where it can be: the path must stay as it was sent, and addresses are many. */
function parse(address: string): ParsedAddress | undefined {
  const [, origin = '', path = '', , search = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#]+)?(\/[^?#]*)?(\?([^#]*))?/i.exec(address) ?? [];
  if (origin === '' && path === '') return undefined;
  const query = search === '' ? [] : [...new URLSearchParams(search)];
  return { origin: origin.toLowerCase(), path: path === '' ? '/' : path, query };
}

/** The template is the end of the path; where a value is to stand, something stands. */
function fits({ segments: wanted }: OperationRoute, actual: readonly string[]): boolean {
  const start = actual.length - wanted.length;
  if (start < 0) return false;
  return wanted.every((segment, index) => {
    const found = actual[start + index] ?? '';
    return segment === undefined ? found !== '' : segment === found;
  });
}

function isBelowBase(
  { spec, segments }: OperationRoute,
  { origin, path }: ParsedAddress,
  baseUrls: BaseUrls,
): boolean {
  const wanted = baseUrls[spec.vendor];
  if (wanted === undefined) return true;
  const base = parse(wanted);
  if (base === undefined) return false;
  const before = path.split('/').slice(0, -segments.length).join('/');
  return (origin === '' || origin === base.origin) && before === base.path.replace(/\/$/, '');
}

/** The longest, and of those the ones with the most literal segments. */
function mostTelling(routes: readonly OperationRoute[]): readonly OperationRoute[] {
  if (routes.length < 2) return routes;
  const weight = ({ segments }: OperationRoute): number =>
    segments.length * 100 + segments.filter((segment) => segment !== undefined).length;
  const heaviest = Math.max(...routes.map(weight));
  return routes.filter((route) => weight(route) === heaviest);
}

function whyNone(method: string, path: string, fitting: readonly OperationRoute[]): string {
  const documented = [...new Set(fitting.map((route) => `${route.method} (${route.operation.id})`))];
  if (documented.length === 0) return 'no documented path fits';
  return `${path} is documented with ${documented.join(', ')}, not with ${method}`;
}

function unmatched(reason: string): OperationMatch {
  return { kind: 'unmatched', reason };
}

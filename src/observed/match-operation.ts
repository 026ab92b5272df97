import type { Pair } from '../model/exchange.ts';
import { oncePer } from '../model/once-per.ts';
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
  const { segments } = url;
  const fitting: OperationRoute[] = [];
  for (const route of routesOf(suite))
    if (fits(route, segments) && isBelowBase(route, url, baseUrls)) fitting.push(route);
  const method = address.method.toUpperCase();
  const asked = mostTelling(fitting.filter((route) => route.method === method));
  const [route, rival] = asked;
  if (route === undefined) return unmatched(whyNone(method, url.path, fitting));
  const names = rival === undefined ? [] : [...new Set(asked.map(({ operation }) => operation.id))];
  if (names.length > 1)
    return unmatched(`${method} ${url.path} may be ${names.join(' or ')}: name the address of one of them`);
  const before = segments.length - route.segments.length;
  const path = before === 0 ? url.path : `/${segments.slice(before).join('/')}`;
  const base = url.origin + url.path.slice(0, url.path.length - path.length);
  const query = url.search === '' ? NO_QUERY : [...new URLSearchParams(url.search)];
  return { kind: 'matched', route, base, path, query };
}

const NO_QUERY: readonly Pair[] = [];

/** Might an address be that of an operation that brings notifications? Quicker than to find out which one it is. */
export function mayBringNotifications(suite: Suite, url: string): boolean {
  const segments = parse(url)?.segments;
  if (segments === undefined) return false;
  return bringingRoutes(suite).some((route) => fits(route, segments));
}

const bringingRoutes = oncePer((suite: Suite) =>
  routesOf(suite).filter(({ operation }) => operation.notifications !== undefined),
);

interface ParsedAddress {
  /** Empty where it is not known. */
  readonly origin: string;
  readonly path: string;
  readonly segments: readonly string[];
  readonly search: string;
}

let last: { readonly address: string; readonly parsed: ParsedAddress | undefined } | undefined;

/** Of one recorded address it is asked more than once, and then of the next. */
function parse(address: string): ParsedAddress | undefined {
  if (last?.address !== address) last = { address, parsed: takeApart(address) };
  return last.parsed;
}

/** By hand where it can be: the path must stay as it was sent, and addresses are many. */
function takeApart(address: string): ParsedAddress | undefined {
  const [, origin = '', path = '', , search = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#]+)?(\/[^?#]*)?(\?([^#]*))?/i.exec(address) ?? [];
  if (origin === '' && path === '') return undefined;
  const whole = path === '' ? '/' : path;
  return { origin: origin.toLowerCase(), path: whole, segments: segmentsOf(whole), search };
}

/** The template is the end of the path; where a value is to stand, something stands. */
function fits({ segments: wanted }: OperationRoute, actual: readonly string[]): boolean {
  const start = actual.length - wanted.length;
  if (start < 0) return false;
  // From the end: it is there that addresses differ.
  for (let at = wanted.length - 1; at >= 0; at -= 1) {
    const segment = wanted[at];
    const found = actual[start + at] ?? '';
    if (segment === undefined ? found === '' : segment !== found) return false;
  }
  return true;
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

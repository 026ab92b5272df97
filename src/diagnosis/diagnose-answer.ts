import { type AskedWait, askedWait, sayAskedWait } from '../model/asked-wait.ts';
import type { ReceivedResponse } from '../model/exchange.ts';
import { diagnosis, type TroubleId } from './catalogue.ts';
import type { Diagnosis } from './diagnosis.ts';
import { headerOf } from './header-of.ts';
import { proxyTrouble } from './proxy-trouble.ts';

/** What a whole answer says of the way or of the moment; undefined when it may speak of the operation. */
export function diagnoseAnswer(response: ReceivedResponse): Diagnosis | undefined {
  return diagnoseElsewhere(response) ?? diagnoseMoment(response);
}

/** The same where the operation was not even asked: somebody else answered in its place, or sends us elsewhere. */
export function diagnoseElsewhere(response: ReceivedResponse): Diagnosis | undefined {
  const id = standIn(response) ?? redirected(response);
  return id === undefined ? undefined : diagnosis(id);
}

function standIn(response: ReceivedResponse): TroubleId | undefined {
  return proxyTrouble(response) ?? clientCertificate(response) ?? signIn(response);
}

/** The same where it is a matter of time alone; says how long the answer asks to wait. */
export function diagnoseMoment(response: ReceivedResponse): Diagnosis | undefined {
  if (response.status === 429) return withWait('rate-limited', askedWait(response));
  if (response.status !== 503) return undefined;
  const wait = askedWait(response);
  return wait === undefined ? diagnosis('unavailable') : withWait('unavailable-until', wait);
}

function withWait(id: TroubleId, wait: AskedWait | undefined): Diagnosis {
  const found = diagnosis(id);
  return wait === undefined ? found : { ...found, says: `${found.says}, and ${sayAskedWait(wait)}` };
}

const SIGN_IN = /(^|[/.=_-])(log-?in|sign-?in|sso|saml2?|oauth2?|openid|authorize|adfs|auth)([/.?&_-]|$)/i;

function redirected(response: ReceivedResponse): TroubleId | undefined {
  const { redirect } = response;
  if (redirect === undefined) return undefined;
  if (redirect === 'to-plain') return 'redirect-to-plain';
  if (redirect === 'to-tls') return 'redirect-to-tls';
  if (leadsToSignIn(response)) return 'redirect-to-sign-in';
  // Within the host a redirect is an answer like another, for the judges to judge.
  return redirect === 'other-host' ? 'redirect-to-other-host' : undefined;
}

/** By the words of the address without its query, in which anything may stand. */
function leadsToSignIn(response: ReceivedResponse): boolean {
  return SIGN_IN.test(headerOf(response, 'location')?.split('?')[0] ?? '');
}

/** What servers write that take the handshake and tell of a wanting client certificate afterwards, in HTTP. */
function clientCertificate(response: ReceivedResponse): TroubleId | undefined {
  const { status } = response;
  if (status === 496) return 'client-certificate-demanded';
  if (status === 495) return 'client-certificate-refused';
  const page = status === 400 ? pageOf(response) : undefined;
  if (page?.includes('No required SSL certificate was sent') === true) return 'client-certificate-demanded';
  return page?.includes('The SSL certificate error') === true ? 'client-certificate-refused' : undefined;
}

/** Only a form that asks for a password is taken for a sign-in: any other page is the operation's own fault. */
function signIn(response: ReceivedResponse): TroubleId | undefined {
  const page = pageOf(response);
  if (page === undefined || !/<form\b/i.test(page)) return undefined;
  return /<input\b[^>]*\btype\s*=\s*["']?password\b/i.test(page) ? 'sign-in-page' : undefined;
}

function pageOf(response: ReceivedResponse): string | undefined {
  if (!('text' in response.body)) return undefined;
  const { text } = response.body;
  return /^\s*(<!doctype html|<html\b)/i.test(text) ? text : undefined;
}

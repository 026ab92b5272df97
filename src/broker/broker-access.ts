/** Who asks a Pact Broker; nothing of it is ever written or printed. */
export type BrokerCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string };

/** A Pact Broker, and who asks it. */
export interface BrokerAccess {
  readonly url: string;
  readonly credentials: BrokerCredentials;
}

export function authorizationOf(credentials: BrokerCredentials): Readonly<Record<string, string>> {
  switch (credentials.kind) {
    case 'none':
      return {};
    case 'token':
      return { authorization: `Bearer ${credentials.token}` };
    case 'basic': {
      const pair = Buffer.from(`${credentials.username}:${credentials.password}`, 'utf8');
      return { authorization: `Basic ${pair.toString('base64')}` };
    }
  }
}

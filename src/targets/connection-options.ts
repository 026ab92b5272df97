/** How to reach a host, with every secret and file already read. */
export interface ConnectionOptions {
  readonly tls?: TlsMaterial;
  readonly proxy?: ProxyAccess;
}

export interface TlsMaterial {
  /** PEM of further authorities, trusted besides those that Node trusts. */
  readonly ca?: string;
  /** PEM of the client certificate, its chain included, and of its key. */
  readonly certificate?: string;
  readonly key?: string;
}

export interface ProxyAccess {
  /** `http:` or `https:`, without user name and password. */
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
}

// What the generated types of an operation say, taken apart.
import type { Scalar } from './template.ts';

/** The shape every generated operation has. */
export interface OperationTypes {
  readonly parameters: { readonly query?: unknown; readonly header?: unknown };
  readonly responses: unknown;
}

type JsonContent<T> = T extends { readonly content: { readonly 'application/json': infer Body } }
  ? Body
  : never;

export type RequestBody<O> = O extends { readonly requestBody: infer Request } ? JsonContent<Request> : never;
export type Query<O extends OperationTypes> = NonNullable<O['parameters']['query']>;
export type QueryName<O extends OperationTypes> = [Query<O>] extends [never]
  ? never
  : keyof Query<O> & string;
export type Headers<O extends OperationTypes> = NonNullable<O['parameters']['header']>;

export type Status<O extends OperationTypes> = keyof O['responses'] & number;
export type SuccessStatus<O extends OperationTypes> = Extract<Status<O>, 200 | 201 | 202 | 204>;
export type RefusalStatus<O extends OperationTypes> = Exclude<Status<O>, SuccessStatus<O>>;
export type ResponseBody<O extends OperationTypes, S extends Status<O>> = JsonContent<O['responses'][S]>;

/** Names of the webhooks that tell how an operation ended, with their generated types. */
export type NotificationTypes = Readonly<Record<string, unknown>>;

/** Every JSON Pointer into a `T`; `*` stands for each member of an array or a map. */
export type PointerOf<T> = T extends Scalar
  ? never
  : T extends readonly (infer Member)[]
    ? '/*' | `/*${PointerOf<Member>}`
    : string extends keyof T
      ? '/*' | `/*${PointerOf<T[keyof T]>}`
      : { [Key in keyof T & string]-?: `/${Key}` | `/${Key}${PointerOf<T[Key]>}` }[keyof T & string];

/** Every place in an exchange a consumer can rely on, as the pointer of a finding. */
export type ReliedPlace<O extends OperationTypes, N extends NotificationTypes> =
  | 'response.status'
  | { [S in Status<O>]: `response.body#${PointerOf<ResponseBody<O, S>>}` }[Status<O>]
  | { [Name in keyof N & string]: `notifications.${Name}#${PointerOf<N[Name]>}` }[keyof N & string];

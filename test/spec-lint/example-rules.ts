// Rules that hold the documents' own payloads against the schemas that were written from them.
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { isJsonObject, type Json } from '../../src/model/json.ts';
import { pointerOf } from './json-edit.ts';
import type { LintRule } from './lint-input.ts';
import { mutationsOf } from './mutations.ts';
import { type SpecNode, specNodes } from './spec-nodes.ts';
import { schemasOf } from './spec-validator.ts';

interface Example {
  readonly pointer: string;
  readonly value: Json;
  readonly validate: ValidateFunction;
}

/** The documents' payloads are valid. */
export const everyExampleIsValid: LintRule = ({ spec }) =>
  examplesOf(spec).flatMap(({ pointer, value, validate }) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map((error) => `${pointer}: ${error.instancePath} ${error.message}`),
  );

/** No answer or notification passes once a member that the document shows is missing or of another type. */
export const everyShownMemberIsHeld: LintRule = ({ spec }) =>
  examplesOf(spec)
    .filter(({ pointer }) => !isRequestOfUs(pointer))
    .flatMap(({ pointer, value, validate }) =>
      mutationsOf(value)
        .filter((mutation) => mutation.results.every((result) => validate(result)))
        .map((mutation) => `${pointer}: still valid with ${mutation.what}`),
    );

/** A body that is documented at all can be judged. */
export const everyMediaTypeHasASchema: LintRule = ({ spec }) =>
  specNodes(spec)
    .filter(({ part, node }) => part === 'media-type' && !isJsonObject(node['schema']))
    .map(({ pointer }) => `${pointer}: no schema`);

/** `…/<media type>/examples/<name>` is judged by `…/<media type>/schema`. */
function examplesOf(spec: Json): readonly Example[] {
  const schemaAt = schemasOf(spec);
  return specNodes(spec)
    .filter(({ part }) => part === 'example')
    .map((found) => ({
      pointer: found.pointer,
      value: payloadOf(found),
      validate: schemaAt(pointerOf([...found.path.slice(0, -2), 'schema'])),
    }));
}

function payloadOf(found: SpecNode): Json {
  const value = found.node['value'];
  if (value === undefined) throw new Error(`${found.pointer}: an example without a value`);
  return value;
}

/** A request is what we send; the requests of webhooks are what the vendor sends. */
function isRequestOfUs(pointer: string): boolean {
  return pointer.startsWith('/paths/') && pointer.includes('/requestBody/');
}

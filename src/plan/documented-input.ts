import type { InputField } from '../model/input-field.ts';
import type { InteractionRequest } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { Operation, RequiredChoice, RequiredField } from '../model/operation.ts';

/** What the spec says of the input of its operations, asked of whoever can read schemas. */
export interface DocumentedInput {
  /** Members of a good body that the document does not let one leave out. */
  requiredFields(operation: Operation, body: Json): readonly RequiredField[];
  /** Members of a good body of which the document wants one, and does not mind which. */
  requiredChoices(operation: Operation, body: Json): readonly RequiredChoice[];
  /** Every query parameter and body field the document names. */
  fields(operation: Operation): readonly InputField[];
  /** Are query and body, with the examples in them, what the document lets a caller send? */
  isDocumented(operation: Operation, request: InteractionRequest): boolean;
}

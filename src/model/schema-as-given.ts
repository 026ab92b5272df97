/**
 * Options of ajv for a schema that need not be held against the schema of schemas each time the tool starts: of our own a
 * test has done it, and below an OpenAPI document it would see nothing. Compiling the schema of schemas takes longer than
 * all else that ajv does.
 */
export const SCHEMA_AS_GIVEN = { validateSchema: false, meta: false } as const;

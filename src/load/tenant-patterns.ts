import schema from './schemas/tenant.schema.json' with { type: 'json' };

const NAME = new RegExp(schema.properties.name.pattern);
const BASE_URL = new RegExp(schema.$defs.vendor.properties.baseUrl.pattern);
const REFERENCE = new RegExp(schema.$defs.reference.pattern);

export function isTenantName(text: string): boolean {
  return NAME.test(text) && text.length <= schema.properties.name.maxLength;
}

export function isBaseUrl(text: string): boolean {
  return BASE_URL.test(text) && URL.canParse(text);
}

export function isReferenceText(text: string): boolean {
  return REFERENCE.test(text);
}

import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';

/** Addresses of a relation of a HAL resource; a template is filled in with the values. */
export function linksOf(
  resource: Json | undefined,
  relation: string,
  values: Readonly<Record<string, string>> = {},
): readonly string[] {
  const links = isJsonObject(resource) ? resource['_links'] : undefined;
  const found = isJsonObject(links) ? links[relation] : undefined;
  const list = isJsonArray(found) ? found : found === undefined ? [] : [found];
  return list.flatMap((link) => {
    const href = isJsonObject(link) ? link['href'] : undefined;
    return typeof href === 'string' ? [filled(href, values)] : [];
  });
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : encodeURIComponent(values[name]),
  );
}

import type { VNode } from 'preact';
import type { FieldSeen } from '../../model/observation.ts';
import { shorten } from '../shorten.ts';

const VALUES = 12;
const VALUE_LIMIT = 60;

/** What observed exchanges have shown of each field. */
export function FieldsTable(props: {
  readonly operation: string;
  readonly fields: readonly FieldSeen[];
}): VNode {
  return (
    <table class="seen">
      <caption class="unseen">Fields seen of {props.operation}</caption>
      <thead>
        <tr>
          {['Field', 'There', 'Of', 'Types', 'Values'].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.fields.map((field) => (
          <tr key={field.at}>
            <th scope="row">
              <code>{field.at}</code>
            </th>
            <td data-label="There">{field.present}</td>
            <td data-label="Of">{field.of}</td>
            <td data-label="Types">{typesOf(field)}</td>
            <td data-label="Values">{valuesOf(field)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function typesOf({ types }: FieldSeen): string {
  return Object.entries(types)
    .map(([type, times]) => `${type} ${times}`)
    .join(', ');
}

function valuesOf({ values }: FieldSeen): string {
  const shown = values
    .slice(0, VALUES)
    .map(({ value, times }) => `${shorten(JSON.stringify(value), VALUE_LIMIT)} ${times}`);
  const hidden = values.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(', ');
}

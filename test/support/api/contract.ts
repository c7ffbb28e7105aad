/** Bodies that break the contract, made from the API's own description: whatever route or field comes, they come with it. */

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
}

interface Description {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
}

/** A place of a body: what stands before and after it in a body that leads there. */
export interface Place {
  name: string;
  kind: 'list' | 'record' | 'object';
  bodyWith(value: string): string;
}

export interface BodyRoute {
  method: string;
  path: string;
  places: Place[];
}

/** The routes that take JSON, with every list, record and object of what they take. */
export function bodyRoutes(description: Description): BodyRoute[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      if (schema === undefined) return [];
      const places = placesIn(schema, description.components.schemas, '#', (value) => value);
      const at = path
        .replaceAll('{year}', '2024')
        .replaceAll('{shape}', 'a'.repeat(32))
        .replaceAll('{id}', 'a'.repeat(12));
      return [{ method: method.toUpperCase(), path: at, places }];
    }),
  );
}

/** A key that any record of the API takes. */
const anyKey = '1-1-1';

function placesIn(
  given: Schema,
  named: Record<string, Schema>,
  name: string,
  bodyWith: (value: string) => string,
): Place[] {
  const schema = given.$ref ? named[given.$ref.split('/').at(-1)!]! : given;
  const options = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (options) return options.flatMap((option) => placesIn(option, named, name, bodyWith));
  if (schema.items) {
    return [
      { name, kind: 'list', bodyWith },
      ...placesIn(schema.items, named, `${name}/0`, (value) => bodyWith(`[${value}]`)),
    ];
  }
  if (schema.properties) {
    const fields = Object.entries(schema.properties);
    return [
      { name, kind: 'object', bodyWith },
      ...fields.flatMap(([field, inner]) =>
        placesIn(inner, named, `${name}/${field}`, (value) => bodyWith(objectWith(schema, field, value))),
      ),
    ];
  }
  if (typeof schema.additionalProperties === 'object') {
    return [
      { name, kind: 'record', bodyWith },
      ...placesIn(schema.additionalProperties, named, `${name}/${anyKey}`, (value) =>
        bodyWith(`{${JSON.stringify(anyKey)}:${value}}`),
      ),
    ];
  }
  return [];
}

/** An object with a value in one field; what else it needs is there, so that it is taken for what it is, but wrong. */
function objectWith({ properties = {}, required = [] }: Schema, field: string, value: string): string {
  const others = required
    .filter((name) => name !== field)
    .map((name) => {
      const { const: only, enum: choices } = properties[name] ?? {};
      return `${JSON.stringify(name)}:${JSON.stringify(only ?? choices?.[0] ?? null)}`;
    });
  return `{${[...others, `${JSON.stringify(field)}:${value}`].join()}}`;
}

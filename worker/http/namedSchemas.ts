import * as z from 'zod';

/** A JSON Schema, or any part of the description: what is looked at is where it refers to. */
type Json = { readonly [key: string]: unknown };

const place = '#/components/schemas/';

/** The names that a part of the description refers to. */
function namesIn(part: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(part)) for (const each of part) namesIn(each, found);
  else if (typeof part === 'object' && part !== null) {
    for (const [key, value] of Object.entries(part)) {
      if (key === '$ref' && typeof value === 'string') found.add(value.slice(place.length));
      else namesIn(value, found);
    }
  }
  return found;
}

/**
 * The named schemas that a part of the description refers to, and those that they refer to, by name: as zod itself puts
 * them. What a name may be (`null` beside it, say) stands where it is used, not at the name.
 */
export function namedSchemas(part: unknown): Record<string, Json> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io: 'input',
    unrepresentable: 'any',
    uri: (name) => `${place}${name}`,
    override: ({ jsonSchema }) => {
      delete jsonSchema.id;
      // What every integer is within, and what `format` says already, tells nobody anything.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  }) as { schemas: Record<string, Json> };
  const named: Record<string, Json> = {};
  for (const open = [...namesIn(part)]; open.length > 0;) {
    const name = open.pop()!;
    if (name in named) continue;
    const { $schema: _schema, $id: _id, ...schema } = schemas[name] ?? {};
    named[name] = schema;
    open.push(...namesIn(schema));
  }
  return Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));
}

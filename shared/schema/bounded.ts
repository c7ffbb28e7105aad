import * as z from 'zod';

/**
 * How many issues a list or record collects before it stops. zod by itself goes on to the last item, makes a sentence of
 * every issue and hands all of them on as arguments of one call: a body of wrong items takes seconds, or exhausts the stack.
 */
const enoughIssues = 20;

/** The result of a schema that waits for nothing. */
function run(
  schema: z.core.$ZodType,
  value: unknown,
  context: z.core.ParseContextInternal,
): z.core.ParsePayload {
  const result = schema._zod.run({ value, issues: [] }, context);
  if (result instanceof Promise) throw new TypeError('a bounded schema waits for nothing');
  return result;
}

interface ListDefinition extends z.core.$ZodArrayDef<z.ZodType> {
  most: number;
}

const BoundedList = z.core.$constructor<z.ZodArray<z.ZodType>, ListDefinition>(
  'BoundedList',
  (list, definition) => {
    z.ZodArray.init(list, definition);
    const whole = list._zod.parse;
    list._zod.parse = (payload, context) => {
      const input = payload.value;
      // What is no list, or too long a one, is told without a look at its items.
      if (!Array.isArray(input) || input.length > definition.most) return whole(payload, context);
      const value: unknown[] = Array.from({ length: input.length });
      payload.value = value;
      for (let index = 0; index < input.length; index += 1) {
        const result = run(definition.element, input[index], context);
        value[index] = result.value;
        if (result.issues.length === 0) continue;
        payload.issues.push(...z.core.util.prefixIssues(index, result.issues));
        if (payload.issues.length >= enoughIssues) break;
      }
      return payload;
    };
  },
);

/** A list of at most `max` items; of a wrong one about twenty issues are named, however many it has. */
export function listOf<T extends z.ZodType>(
  element: T,
  { min = 0, max }: { min?: number; max: number },
): z.ZodArray<T> {
  const checks = [...(min > 0 ? [z.minLength(min)] : []), z.maxLength(max)] as z.core.$ZodCheck<never>[];
  return new BoundedList({ type: 'array', element, checks, most: max }) as unknown as z.ZodArray<T>;
}

interface RecordDefinition extends z.core.$ZodRecordDef<z.ZodString, z.ZodType> {
  most: number;
}

const BoundedRecord = z.core.$constructor<z.ZodRecord<z.ZodString, z.ZodType>, RecordDefinition>(
  'BoundedRecord',
  (record, definition) => {
    z.ZodRecord.init(record, definition);
    const whole = record._zod.parse;
    const describe = record._zod.processJSONSchema;
    record._zod.processJSONSchema = (context, json, parameters) => {
      describe?.(context, json, parameters);
      json.maxProperties = definition.most;
    };
    record._zod.parse = (payload, context) => {
      const input = payload.value;
      if (!z.core.util.isPlainObject(input)) return whole(payload, context);
      const entries = Object.entries(input);
      if (entries.length > definition.most) {
        const limit = { origin: 'object', maximum: definition.most, inclusive: true };
        payload.issues.push({ code: 'too_big', ...limit, input, inst: record });
        return payload;
      }
      const value = {};
      payload.value = value;
      for (let from = 0; from < entries.length; from += enoughIssues) {
        const part = Object.fromEntries(entries.slice(from, from + enoughIssues));
        const result = whole({ value: part, issues: [] }, context);
        if (result instanceof Promise) throw new TypeError('a bounded schema waits for nothing');
        Object.assign(value, result.value);
        payload.issues.push(...result.issues);
        if (payload.issues.length >= enoughIssues) break;
      }
      return payload;
    };
  },
);

/** An object of at most `max` keys, each with a value of the same kind; of a wrong one a few dozen issues are named. */
export function recordOf<K extends z.ZodString, V extends z.ZodType>(
  keyType: K,
  valueType: V,
  { max }: { max: number },
): z.ZodRecord<K, V> {
  return new BoundedRecord({ type: 'record', keyType, valueType, most: max }) as unknown as z.ZodRecord<K, V>;
}

/** A value that fits its schema, else `undefined`; no sentence is made of what is wrong with it. */
export function fitting<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> | undefined {
  const result = run(schema, value, { async: false });
  return result.issues.length === 0 ? (result.value as z.infer<T>) : undefined;
}

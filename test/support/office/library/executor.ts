import { ClientObject } from '../api/clientObject.ts';
import { RequestContext } from '../api/context.ts';
import { OfficeError } from '../api/errors.ts';
import type { ExcelHost } from '../host.ts';
import { actionTypes, type Action, type Answer, type Arguments, pathTypes, type Request } from './request.ts';

type Members = Record<string, unknown>;

/** A proxy that was loaded from says what is in a property; a member is asked for by its JavaScript name. */
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const upper = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** What the library asks for its own sake, which a stand-in need not do. */
const ownAffairs = new Set(['_KeepReference', '_RemoveReference', '_ValidateArraySize']);

/** How an event of the stand-in goes to the library: the numbers are the library's own. */
export type Tell = (type: number, sheet: string, args: object) => void;
const events: Record<string, { event: string; type: number }> = {
  _RegisterDataChangedEvent: { event: 'onChanged', type: 10 },
  _RegisterRowSortedEvent: { event: 'onRowSorted', type: 19 },
  _RegisterRowHiddenChangedEvent: { event: 'onRowHiddenChanged', type: 22 },
  _RegisterSelectionChangedEvent: { event: 'onSelectionChanged', type: 14 },
};

/**
 * Runs a request of the library's on the stand-in: each path becomes a proxy of the stand-in's when an action first names
 * it, each action a call on it, all in one batch. A name that the stand-in does not know is an error of the test, not of Excel.
 */
export async function execute(host: ExcelHost, request: Request, tell: Tell): Promise<Answer> {
  const context = new RequestContext(host);
  const objects = new Map<number, unknown>();

  const find = (id: number): unknown => {
    if (!objects.has(id)) objects.set(id, make(id));
    return objects.get(id);
  };
  const argumentsOf = ({ Arguments: values = [], ReferencedObjectPathIds: ids }: Arguments = {}): unknown[] =>
    values.map((value, at) => (ids?.[at] ? find(ids[at]) : value));
  const call = (object: unknown, name: string, info?: Arguments): unknown => {
    const method = (object as Members)[lower(name)];
    if (typeof method !== 'function') throw new Error(`the stand-in has no ${name}()`);
    return method.apply(object, argumentsOf(info));
  };
  const make = (id: number): unknown => {
    const { ObjectPathType, Name, ParentObjectPathId, ArgumentInfo } = request.ObjectPaths[id]!;
    if (ObjectPathType === pathTypes.root) return context.workbook;
    const parent = find(ParentObjectPathId!);
    if (Name === '_Runtime') return context.runtime;
    if (ObjectPathType === pathTypes.method) return call(parent, Name, ArgumentInfo);
    if (ObjectPathType === pathTypes.indexer) return call(parent, 'getItem', ArgumentInfo);
    const object = (parent as Members)[lower(Name)];
    if (ObjectPathType !== pathTypes.property || object === undefined)
      throw new Error(`the stand-in has no ${Name}, a path of kind ${ObjectPathType}`);
    return object;
  };

  const answers: { id: number; value: () => unknown }[] = [];
  for (const action of request.Actions) {
    // A marker of the library's own: its answer says that all before it has run.
    const value = action.ActionType === actionTypes.trace ? () => null : run(action);
    answers.push({ id: action.Id, value });
  }
  try {
    await context.sync();
  } catch (thrown) {
    if (!(thrown instanceof OfficeError)) throw thrown;
    const { code, message, debugInfo } = thrown;
    return {
      Results: [],
      Error: {
        Code: code,
        Message: message,
        Location: debugInfo.errorLocation,
        ActionIndex: -1,
        HttpStatusCode: 400,
      },
    };
  }
  return { Results: answers.map(({ id, value }) => ({ ActionId: id, Value: value() })) };

  /** Queues an action; what it returns gives its answer once the batch has run. */
  function run({ ActionType, Name, ObjectPathId, ArgumentInfo, QueryInfo }: Action): () => unknown {
    const object = find(ObjectPathId);
    const isNull = () => object instanceof ClientObject && object.isNullObject;
    switch (ActionType) {
      case actionTypes.instantiate: {
        // The library names a sheet's events by the id that comes with the sheet.
        const sheet = object instanceof ClientObject && 'onChanged' in object ? object : null;
        sheet?.load('id');
        return () => (isNull() ? null : sheet ? { Id: (sheet as unknown as { id: string }).id } : {});
      }
      case actionTypes.query: {
        const names = QueryInfo?.Select ?? [];
        (object as ClientObject<unknown>).load(names);
        return () =>
          isNull()
            ? null
            : Object.fromEntries(names.map((name) => [upper(name), (object as Members)[lower(name)]]));
      }
      case actionTypes.setProperty:
        (object as Members)[lower(Name)] = argumentsOf(ArgumentInfo)[0];
        return () => null;
      case actionTypes.method: {
        if (ownAffairs.has(Name)) return () => null;
        const event = events[Name];
        if (event) {
          const sheet = object as unknown as Record<string, { add(handle: (args: unknown) => void): void }>;
          sheet[event.event]!.add((args) =>
            tell(event.type, (args as { worksheetId: string }).worksheetId, args as object),
          );
          return () => null;
        }
        const result = call(object, Name, ArgumentInfo);
        return () => (result as { value?: unknown } | undefined)?.value ?? null;
      }
      default:
        throw new Error(`the stand-in knows no action of kind ${ActionType}`);
    }
  }
}

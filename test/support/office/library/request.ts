/**
 * A request as Microsoft's library sends it: actions in their order, over object paths. Seen in what release 1.1.110 sends;
 * the protocol is documented nowhere.
 */
export interface Request {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface Arguments {
  Arguments?: unknown[];
  /** For each argument that is an object, the path to it; 0 for plain values. */
  ReferencedObjectPathIds?: number[];
}

export interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: Arguments;
  QueryInfo?: { Select?: string[] };
}

export interface ObjectPath {
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: Arguments;
}

export const actionTypes = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
export const pathTypes = { root: 1, method: 3, property: 4, indexer: 5 } as const;

export interface Answer {
  Results: { ActionId: number; Value: unknown }[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

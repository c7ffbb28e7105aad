import { askFileWith } from '../../../api/ask.ts';

/** A file that the API gives out. */
export interface GivenFile {
  name: string;
  content: Blob;
}

/** Asks for a file by the route and query behind it; throws an `ApiProblem`. */
export type FileApi = (path: string) => Promise<GivenFile>;

export const fileApi = (key: string): FileApi => askFileWith(key);

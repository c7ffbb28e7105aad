/** What of pako is used: an inflater that hands out what it has as it goes. */
declare module 'pako' {
  export class Inflate {
    constructor(options: { raw: boolean; chunkSize: number });
    onData: (chunk: Uint8Array) => void;
    onEnd: (status: number) => void;
    /** 0 where nothing went wrong. */
    err: number;
    push(data: Uint8Array, last: boolean): boolean;
  }
}

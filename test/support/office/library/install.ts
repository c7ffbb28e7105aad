import type { ExcelHost } from '../host.ts';
import { execute } from './executor.ts';
import { loadLibrary, type Library } from './load.ts';
import type { Request } from './request.ts';

/** What the library's requests weighed, in bytes, as it sends them. */
export interface Weighed {
  requests: number;
  largest: number;
}

const eventCategory = 65_536;

/**
 * Puts Microsoft's library where Office.js puts itself, with the stand-in behind it: the library makes its requests as for a
 * real Excel, and the stand-in answers them.
 */
export function installLibrary(host: ExcelHost, global: object): Weighed {
  const weighed: Weighed = { requests: 0, largest: 0 };
  const { Office } = host;
  const library: Library = loadLibrary(Office);
  const { OfficeExtension } = library;
  OfficeExtension._testSetRichApiMessageReadyImpl(async () => {});
  const tell = (messageType: number, targetId: string, args: object) =>
    OfficeExtension._testTriggerRichApiMessageEvent({
      entries: [{ messageCategory: eventCategory, messageType, targetId, message: JSON.stringify(args) }],
    });
  const executor = {
    async executeAsync(_data: unknown, _flags: number, { Body }: { Body: Request }) {
      const text = JSON.stringify(Body);
      weighed.requests += 1;
      weighed.largest = Math.max(weighed.largest, Buffer.byteLength(text));
      const answer = await execute(host, JSON.parse(text) as Request, tell);
      return {
        HttpStatusCode: answer.Error ? 400 : 200,
        Headers: {},
        Body: JSON.parse(JSON.stringify(answer)),
      };
    },
  };
  OfficeExtension.ClientRequestContext.defaultRequestUrlAndHeaders = {
    _resolveRequestUrlAndHeaderInfo: async () => null,
    _createRequestExecutorOrNull: () => executor,
  };
  Object.assign(global, { Office, Excel: library.Excel, OfficeExtension });
  return weighed;
}

import { DurableObject } from 'cloudflare:workers';

/** What the fuzz runs in: no app of its own, only a store for `nearD1`. */
export class Store extends DurableObject {}

export default { fetch: () => new Response(null, { status: 404 }) };

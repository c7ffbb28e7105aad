import * as z from 'zod';

/**
 * Tells zod not to compile its schemas: the pages' content security policy forbids what it would do that with.
 * A page imports this before anything that makes a schema.
 */
z.config({ jitless: true });

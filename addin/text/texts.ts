import type { Language } from './language.ts';

/** Sentences in both languages. */
export type Texts<Sentences> = Readonly<Record<Language, Sentences>>;

/** Pairs the sentences of both languages. English has the very ones that Chinese has: the compiler sees to it. */
export function texts<Sentences>(zh: Sentences, en: NoInfer<Sentences>): Texts<Sentences> {
  return { zh, en };
}

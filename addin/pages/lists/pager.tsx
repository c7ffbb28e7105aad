import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import type { PageOf } from './model/pages.ts';
import { listsText } from './text.ts';

/** The way through the pages of a long list; nothing where one page holds all. */
export function Pager({ of, onPage }: { of: PageOf<unknown>; onPage: (page: number) => void }) {
  const { text } = useText(listsText);
  if (of.pages === 1) return null;
  return (
    <nav class="pager" aria-label={text.pages.label}>
      <Button disabled={of.page === 0} onClick={() => onPage(of.page - 1)}>
        {text.pages.before}
      </Button>
      <span role="status">{text.pages.at(of.page + 1, of.pages, of.total)}</span>
      <Button disabled={of.page === of.pages - 1} onClick={() => onPage(of.page + 1)}>
        {text.pages.after}
      </Button>
    </nav>
  );
}

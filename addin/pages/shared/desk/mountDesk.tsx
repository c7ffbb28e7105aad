import { type ComponentChildren, render } from 'preact';
import type { Role } from '../../../../shared/wire/parts/role.ts';
import { followTheme } from '../../../controls/theme.ts';
import { useText } from '../../../controls/useText.ts';
import type { Texts } from '../../../text/texts.ts';
import '../keyed/keyed.css';
import { KeyedPage, type Opened } from '../keyed/keyedPage.tsx';
import './desk.css';
import { deskPages } from './deskPages.ts';
import { answerOtherTabs, keepKey, leave, takeKey } from './keyHolder.ts';
import { Navigation, Who } from './navigation.tsx';
import { deskText } from './text.ts';

interface DeskOptions {
  /** The sentences of the page; its title is among them. */
  text: Texts<{ title: string }>;
  /** Whether the header offers to read everything anew. */
  refreshes?: boolean;
  /** What the page shows once its key is accepted. */
  children: (opened: Opened) => ComponentChildren;
}

/**
 * Puts a page of the officer’s desk into its place: header, navigation and the one sign-in of all of them.
 * @example mountDesk({ text: reviewText, refreshes: true, children: (opened) => <Review {...opened} /> });
 */
export async function mountDesk({ text, refreshes = false, children }: DeskOptions): Promise<void> {
  const place = document.getElementById('page');
  if (!place) return;
  followTheme();
  const roles = deskPages.find(({ address }) => address === location.pathname)?.roles;
  const given = await takeKey();
  answerOtherTabs(() => location.reload());
  render(
    <KeyedPage
      given={given}
      text={text}
      refreshes={refreshes}
      onKept={(accepted) => (accepted === null ? leave() : keepKey(accepted.accessKey))}
      navigation={(me) => <Navigation me={me} />}
      who={(me) => <Who me={me} />}
    >
      {(opened) =>
        roles && !roles.includes(opened.me.role) ? <OtherRole roles={roles} /> : children(opened)
      }
    </KeyedPage>,
    place,
  );
}

/** A key that opens other pages of the desk, and not this one. */
function OtherRole({ roles }: { roles: readonly Role[] }) {
  const { text } = useText(deskText);
  const names = roles.flatMap((role) => (role === 'reporter' ? [] : [text.roles[role]]));
  return (
    <section class="card narrow">
      <p>{text.otherRole(names.join(text.or))}</p>
    </section>
  );
}

import type { Me } from '../../../../shared/wire/me.ts';
import { useText } from '../../../controls/useText.ts';
import { yearIn, yearOf } from '../keyed/year.ts';
import { deskPages } from './deskPages.ts';
import { deskText } from './text.ts';
import { withYear } from './withYear.ts';

/** The year that is looked at, and the ways to the desk’s pages that the key opens. */
export function Navigation({ me }: { me: Me }) {
  const { text } = useText(deskText);
  return (
    <>
      <span class="year">{text.year(yearOf(me, yearIn(location.search)))}</span>
      <nav class="pages" aria-label={text.navigation}>
        {deskPages
          .filter(({ roles }) => roles === undefined || roles.includes(me.role))
          .map(({ address, name }) => (
            <a
              key={address}
              href={withYear(address)}
              {...(location.pathname === address ? { 'aria-current': 'page' as const } : {})}
            >
              {text.pages[name]}
            </a>
          ))}
      </nav>
    </>
  );
}

/** Whose key it is. */
export function Who({ me }: { me: Me }) {
  const { text } = useText(deskText);
  if (me.role === 'reporter') return null;
  const role = text.roles[me.role];
  return (
    <span class="who" title={text.signedIn(role, me.keyId)}>
      {me.holder} <span class="quiet">{role}</span>
    </span>
  );
}

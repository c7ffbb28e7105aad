import { useState } from 'preact/hooks';
import type { CalendarToken } from '../../../../shared/wire/parts/calendarToken.ts';
import { Actions } from '../../../controls/actions.tsx';
import { Button } from '../../../controls/button.tsx';
import { TextInput } from '../../../controls/textInput.tsx';
import { useText } from '../../../controls/useText.ts';
import { Loading } from '../keyed/loading.tsx';
import { Confirm } from '../keyed/confirm.tsx';
import { ProblemBar } from '../keyed/problemBar.tsx';
import { useLoaded } from '../keyed/useLoaded.ts';
import './calendar.css';
import { type CalendarApi, linksPath } from './calendarApi.ts';
import { LinkTable } from './linkTable.tsx';
import { calendarText } from './text.ts';

interface CalendarLinksProps {
  api: CalendarApi;
  /** The unit whose links they are; without it, those of all units, and none is made. */
  unit: string | undefined;
  turn: number;
}

/** Links of a unit's calendar: what they show, made, copied, revoked. */
export function CalendarLinks({ api, unit, turn }: CalendarLinksProps) {
  const { text } = useText(calendarText);
  const { value, problem, again } = useLoaded(() => api.list(unit), [api, unit, turn]);
  const [revoking, setRevoking] = useState<CalendarToken | null>(null);
  return (
    <>
      <p>{text.shows}</p>
      <p class="quiet">{text.secret}</p>
      {unit !== undefined && <MakeLink key={unit} api={api} unit={unit} onMade={again} />}
      <details class="calendar-how">
        <summary>{text.how}</summary>
        <ul>
          {text.ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      </details>
      {problem !== null && <ProblemBar problem={problem} again={again} />}
      {value === null && problem === null && <Loading />}
      {value?.length === 0 && <p class="quiet">{text.none}</p>}
      {value !== null && value.length > 0 && (
        <LinkTable
          links={value}
          named={unit === undefined}
          files={api.file}
          path={linksPath(unit)}
          onRevoke={setRevoking}
        />
      )}
      {revoking && (
        <RevokeLink api={api} link={revoking} onRevoked={again} onClose={() => setRevoking(null)} />
      )}
    </>
  );
}

interface MakeLinkProps {
  api: CalendarApi;
  unit: string;
  onMade: () => void;
}

function MakeLink({ api, unit, onMade }: MakeLinkProps) {
  const { text } = useText(calendarText);
  const [label, setLabel] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const make = () => {
    setProblem(null);
    api.make({ unit, label: label.trim() }).then((made) => {
      setAddress(made.address);
      setSaid('');
      setLabel('');
      onMade();
    }, setProblem);
  };
  return (
    <>
      <div class="calendar-make no-print">
        <TextInput label={text.label} value={label} onInput={setLabel} onEnter={make} />
        <Button look="primary" onClick={make}>
          {text.make}
        </Button>
      </div>
      {problem !== null && <ProblemBar problem={problem} />}
      {address !== null && (
        <div class="calendar-minted no-print">
          <p class="late">{text.once}</p>
          <p class="calendar-link">
            <code>{address}</code>
          </p>
          <Actions>
            <Button
              look="primary"
              onClick={() => void navigator.clipboard.writeText(address).then(() => setSaid(text.copied))}
            >
              {text.copy}
            </Button>
            <Button onClick={() => setAddress(null)}>{text.close}</Button>
            <span role="status" class="quiet">
              {said}
            </span>
          </Actions>
        </div>
      )}
    </>
  );
}

interface RevokeLinkProps {
  api: CalendarApi;
  link: CalendarToken;
  onRevoked: () => void;
  onClose: () => void;
}

function RevokeLink({ api, link, onRevoked, onClose }: RevokeLinkProps) {
  const { text } = useText(calendarText);
  return (
    <Confirm
      heading={text.revokeTitle}
      confirm={text.revoke}
      leave={text.leave}
      onConfirm={() => api.revoke(link.id).then(onRevoked)}
      onClose={onClose}
    >
      <p>{text.revokeAsk(link.label || text.unnamed, link.unit.name)}</p>
    </Confirm>
  );
}

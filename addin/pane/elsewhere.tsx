import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Message } from '../controls/message.tsx';
import { useText } from '../controls/useText.ts';
import { paneText } from './text.ts';

/** A workbook that is not this one, and holds rows that the server has not seen. */
export interface OtherWorkbook {
  unit: string;
  year: number;
  rows: number;
  address: string;
}

/** Tells of such workbooks; `isCopy`: this one is itself a copy beside the ledger's own. Returns the unsubscribe. */
export interface Elsewhere {
  subscribe(listener: (others: OtherWorkbook[], isCopy: boolean) => void): () => void;
}

/** Rows that wait in other workbooks of this browser: nobody takes them for lost, or for synced. */
export function WaitingElsewhere({ elsewhere }: { elsewhere: Elsewhere | undefined }) {
  const { text } = useText(paneText);
  const [told, setTold] = useState<{ others: OtherWorkbook[]; isCopy: boolean }>({
    others: [],
    isCopy: false,
  });
  useEffect(() => elsewhere?.subscribe((others, isCopy) => setTold({ others, isCopy })), [elsewhere]);
  return (
    <>
      {told.isCopy && <Message intent="info">{text.elsewhere.copy}</Message>}
      {told.others.map((each) => (
        <Message
          key={each.address}
          intent="warning"
          actions={
            <Button small onClick={() => location.assign(each.address)}>
              {text.elsewhere.open}
            </Button>
          }
        >
          {text.elsewhere.rows(each.unit, each.year, each.rows)}
        </Message>
      ))}
    </>
  );
}

import { useState } from 'preact/hooks';
import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';
import { useText } from '../../controls/useText.ts';
import { foundBy, short } from './arrangements.ts';
import { uploadText } from './text.ts';

interface MatchPickerProps {
  arrangements: WorkbookProposal['arrangements'];
  /** The likeliest first. */
  candidates: readonly string[];
  /** Empty: none of the list. */
  value: string;
  onChange: (code: string) => void;
}

/** Which of the unit's arrangements a row is of: the likeliest, any other by search, or none. */
export function MatchPicker({ arrangements, candidates, value, onChange }: MatchPickerProps) {
  const { text } = useText(uploadText);
  const [query, setQuery] = useState('');
  const own = Object.entries(arrangements).filter(([, each]) => each.isOwn);
  const likely = own.filter(([code]) => candidates.includes(code) || code === value);
  const others = own.filter((each) => !likely.includes(each) && foundBy(query, each));
  const option = ([code, { text: said }]: (typeof own)[number]) => (
    <option key={code} value={code}>
      {`${code} ${short(said)}`}
    </option>
  );
  const search = (typed: string) => {
    setQuery(typed);
    const [first] = own.filter((each) => foundBy(typed, each));
    // What is found is chosen at once; the list says what else was.
    if (typed.trim() !== '' && first !== undefined) onChange(first[0]);
  };
  return (
    <div class="match-picker">
      <label class="tz-select">
        <span>{text.matchIs}</span>
        <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {likely.map(option)}
          <option value="">{text.notOfList}</option>
          <optgroup label={query.trim() === '' ? text.otherItems : text.foundItems(others.length)}>
            {others.map(option)}
          </optgroup>
        </select>
      </label>
      <label class="tz-select match-search">
        <span>{text.searchItems}</span>
        <input
          type="search"
          value={query}
          placeholder={text.searchHow}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}

import type { DeadlineHolds, Schedule } from '../../../shared/taskList/taskList.ts';
import { Option } from '../../controls/option.tsx';
import { useText } from '../../controls/useText.ts';
import type { DeadlineDecision } from './model/decisions.ts';
import { Places } from './places.tsx';
import { listsText } from './text.ts';

interface DeadlineChoiceProps {
  decision: DeadlineDecision;
  onChoose: (holds: DeadlineHolds | 'open') => void;
  onPlace: (place: string) => void;
}

const options = ['sentence', 'column', 'both', 'open'] as const;

/** Which of two deadlines that contradict each other holds; each beside what was read of it. */
export function DeadlineChoice({ decision, onChoose, onPlace }: DeadlineChoiceProps) {
  const { text } = useText(listsText);
  const { place, sentence, column, decided = 'open' } = decision;
  const read = { sentence, column, both: [], open: [] } satisfies Record<string, Schedule[]>;
  return (
    <fieldset class="decision">
      <legend>
        <span class="code">{place}</span> <span lang="zh-Hans">{decision.text}</span>
      </legend>
      {options.map((one) => (
        <Option
          key={one}
          choice={`deadline-${place}`}
          checked={decided === one}
          onChange={() => onChoose(one)}
        >
          {text.decisions.holds[one]}
          {read[one].map((schedule: Schedule, index: number) => (
            <small key={index}>
              {[text.schedule(schedule), ...(schedule.source ? [text.from(schedule.source.text)] : [])].join(
                ' · ',
              )}
            </small>
          ))}
        </Option>
      ))}
      <Places places={[place]} onPlace={onPlace} />
    </fieldset>
  );
}

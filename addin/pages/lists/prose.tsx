import { useMemo, useState } from 'preact/hooks';
import type { ProseLevels, ProseRole } from '../../../shared/import/prose/levels.ts';
import { proseRoles } from '../../../shared/import/prose/levels.ts';
import { takenFor } from '../../../shared/import/prose/takenFor.ts';
import type { ProseReading } from '../../../shared/import/prose/proseReading.ts';
import type { Placed } from '../../../shared/taskList/placed.ts';
import type { TaskList } from '../../../shared/taskList/taskList.ts';
import { Button } from '../../controls/button.tsx';
import { useText } from '../../controls/useText.ts';
import { pageOf } from './model/pages.ts';
import { proseLines, roleOf, withRole, type ProseLine } from './model/proseView.ts';
import { Pager } from './pager.tsx';
import { listsText } from './text.ts';
import './prose.css';
import { usePageSize } from './usePageSize.ts';

const pageSize = 200;

interface ProsePanelProps {
  prose: ProseReading;
  list: TaskList;
  /** Reads the document anew, its levels being what a person says. */
  onLevels: (levels: ProseLevels) => void;
  onPlace: (place: string) => void;
}

/** A list without a table beside its reading: what each stretch was taken for, and which level of numbering is what. */
export function ProsePanel({ prose, list, onLevels, onPlace }: ProsePanelProps) {
  const { text } = useText(listsText);
  const [page, setPage] = useState(0);
  const lines = useMemo(() => proseLines(prose, list), [prose, list]);
  const seen = pageOf(lines, usePageSize(pageSize), page);
  return (
    <>
      <h3>{text.prose.heading}</h3>
      <p class="quiet">{text.prose.intro}</p>
      <Levels prose={prose} onLevels={onLevels} />
      <ProseLegend />
      <ol class="prose">
        {seen.items.map((line) => (
          <Line key={line.row} line={line} onPlace={onPlace} />
        ))}
      </ol>
      <Pager
        of={seen}
        onPage={(next) => {
          setPage(next);
          scrollTo({ top: 0 });
        }}
      />
    </>
  );
}

/** Which level is what; read anew once a person says so. */
function Levels({
  prose: { levels: read, from, found },
  onLevels,
}: Pick<ProsePanelProps, 'prose' | 'onLevels'>) {
  const { text } = useText(listsText);
  const [{ levels, isRight }, setLevels] = useState<{ levels: ProseLevels; isRight: boolean }>({
    levels: read,
    isRight: true,
  });
  const isChanged = found.some(({ level }) => roleOf(levels, level) !== roleOf(read, level));
  return (
    <fieldset class="levels">
      <legend>{text.prose.levels}</legend>
      {from === 'kept' && <p class="quiet">{text.prose.kept}</p>}
      {found.map(({ level, count, example }) => (
        <label key={level} class="level">
          <span>
            <b lang="zh-Hans">{text.prose.signs[level]}</b> {text.prose.places(count)}
            <small lang="zh-Hans">{example}</small>
          </span>
          <select
            value={roleOf(levels, level) ?? ''}
            onChange={(event) => {
              const role = proseRoles.find((each) => each === event.currentTarget.value) ?? null;
              setLevels(withRole(levels, level, role));
            }}
          >
            {proseRoles.map((role: ProseRole) => (
              <option key={role} value={role}>
                {text.prose.roles[role]}
              </option>
            ))}
            <option value="">{text.prose.noRole}</option>
          </select>
        </label>
      ))}
      {!isRight && (
        <p class="warn" role="alert">
          {text.prose.outwards}
        </p>
      )}
      <Button look="primary" disabled={!isChanged || !isRight} onClick={() => onLevels(levels)}>
        {text.prose.again}
      </Button>
    </fieldset>
  );
}

function ProseLegend() {
  const { text } = useText(listsText);
  return (
    <p class="legend">
      {takenFor.map((kind) => (
        <mark key={kind} class={`taken-${kind}`}>
          {text.prose.taken[kind]}
        </mark>
      ))}
    </p>
  );
}

function Line({
  line: { row, segments, read },
  onPlace,
}: {
  line: ProseLine;
  onPlace: (place: string) => void;
}) {
  const { text } = useText(listsText);
  const as = [...new Set(segments.flatMap((segment) => (segment.as === null ? [] : [segment.as])))];
  return (
    <li>
      <span class="row">{row}</span>
      <p class={as.every((kind) => kind === 'leftOut') ? 'printed-line left' : 'printed-line'} lang="zh-Hans">
        {segments.map((segment, at) =>
          segment.as === null ? (
            segment.text
          ) : (
            <mark key={at} class={`taken-${segment.as}`} title={text.prose.taken[segment.as]}>
              {segment.text}
            </mark>
          ),
        )}
      </p>
      <div class="read">
        {as.length === 0 && <span class="chip passed">{text.prose.passed}</span>}
        {as.map((kind) => (
          <span key={kind} class={`chip taken-${kind}`}>
            {text.prose.taken[kind]}
          </span>
        ))}
        {read.map((placed) => (
          <Read key={placed.place} placed={placed} onPlace={onPlace} />
        ))}
      </div>
    </li>
  );
}

/** An arrangement in one line: its place, when it falls due, what it counts, and whose it is. */
function Read({
  placed: { place, task, arrangement },
  onPlace,
}: {
  placed: Placed;
  onPlace: (place: string) => void;
}) {
  const { text } = useText(listsText);
  const units = arrangement.leftOpen?.units?.printed ?? [];
  const counts = arrangement.indicators.filter(({ id }) => id !== 'done');
  return (
    <p class="read-line">
      <button type="button" class="link" onClick={() => onPlace(place)}>
        {place}
      </button>{' '}
      <span lang="zh-Hans">
        {[
          ...arrangement.schedules.map(text.schedule),
          ...counts.map(text.indicator),
          (units.length > 0 ? units : task.units).join('、'),
        ]
          .filter((words) => words !== '')
          .join(' · ')}
      </span>
    </p>
  );
}
